import { Module } from '@nestjs/common';
import { TemplatesModule } from '@attest/templates/api';
import { AnsweringService } from './answering.service';
import { ReturnPapersController } from './papers/papers.controller';
import { ReturnPapersService } from './papers/papers.service';
import { SharingController } from './sharing/sharing.controller';
import { sharing } from './sharing/sharing.providers';
import { SubmissionsController } from './submissions.controller';
import { SubmissionsService } from './submissions.service';
import { SubmittingService } from './submitting.service';

@Module({
  imports: [TemplatesModule],
  controllers: [SubmissionsController, ReturnPapersController, SharingController],
  providers: [AnsweringService, ReturnPapersService, SubmissionsService, SubmittingService, ...sharing],
})
export class SubmissionsModule {}
