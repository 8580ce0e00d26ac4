import { Module } from '@nestjs/common';
import { SubmissionsModule } from '@attest/submissions/api';
import { TemplatesModule } from '@attest/templates/api';
import { ActionsController } from './actions.controller';
import { ActionsService } from './actions.service';
import { AgeingService } from './ageing.service';

@Module({
  imports: [SubmissionsModule, TemplatesModule],
  controllers: [ActionsController],
  providers: [ActionsService, AgeingService],
})
export class ActionsModule {}
