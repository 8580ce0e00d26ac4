import { Module } from '@nestjs/common';
import { TemplatesModule } from '@attest/templates/api';
import { FoundingController } from '../founding/founding.controller';
import { FoundingService } from '../founding/founding.service';
import { Demonstration } from './demonstration';
import { RoundFiller } from './round-filler';

/** How a platform gets its first partnership: by a visitor, or for a demonstration. */
@Module({ imports: [TemplatesModule], controllers: [FoundingController], providers: [FoundingService, Demonstration, RoundFiller] })
export class SeedModule {}
