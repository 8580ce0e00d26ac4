import { Module } from '@nestjs/common';
import { InsightModule } from '@attest/insight/api';
import { TemplatesModule } from '@attest/templates/api';
import { FoundingController } from '../founding/founding.controller';
import { FoundingService } from '../founding/founding.service';
import { Afterwards } from './afterwards';
import { Demonstration } from './demonstration';
import { PlanFiller } from './plan-filler';
import { RoundFiller } from './round-filler';

/** How a platform gets its first partnership: by a visitor, or for a demonstration. */
@Module({ imports: [InsightModule, TemplatesModule], controllers: [FoundingController], providers: [FoundingService, Demonstration, RoundFiller, PlanFiller, Afterwards] })
export class SeedModule {}
