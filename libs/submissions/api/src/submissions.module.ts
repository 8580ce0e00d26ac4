import { Module } from '@nestjs/common';
import { TemplatesModule } from '@attest/templates/api';
import { AnsweringService } from './answering.service';
import { SubmissionsController } from './submissions.controller';
import { SubmissionsService } from './submissions.service';
import { SubmittingService } from './submitting.service';

@Module({
  imports: [TemplatesModule],
  controllers: [SubmissionsController],
  providers: [AnsweringService, SubmissionsService, SubmittingService],
})
export class SubmissionsModule {}
