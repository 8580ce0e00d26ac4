import { Module } from '@nestjs/common';
import { TemplatesModule } from '@attest/templates/api';
import { Demonstration } from './demonstration';
import { RoundFiller } from './round-filler';

@Module({ imports: [TemplatesModule], providers: [Demonstration, RoundFiller], exports: [Demonstration] })
export class SeedModule {}
