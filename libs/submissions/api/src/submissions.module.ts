import { Module } from '@nestjs/common';
import { TemplatesModule } from '@attest/templates/api';
import { AnsweringService } from './answering.service';
import { ReturnPapersController } from './papers/papers.controller';
import { ReturnPapersService } from './papers/papers.service';
import { SubmissionsController } from './submissions.controller';
import { SubmissionsService } from './submissions.service';
import { SubmittingService } from './submitting.service';

@Module({
  imports: [TemplatesModule],
  controllers: [SubmissionsController, ReturnPapersController],
  providers: [AnsweringService, ReturnPapersService, SubmissionsService, SubmittingService],
})
export class SubmissionsModule {}
