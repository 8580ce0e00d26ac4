import { Module } from '@nestjs/common';
import { TemplatesModule } from '@attest/templates/api';
import { AnsweringService } from './answering.service';
import { CarryController } from './carry/carry.controller';
import { CarryService } from './carry/carry.service';
import { CarryTelling } from './carry/carry-telling';
import { EarlierAnswers } from './carry/earlier-answers';
import { MovedQuestions } from './carry/moved-questions';
import { KeptDraftsController } from './drafts/kept-drafts.controller';
import { KeptDraftsService } from './drafts/kept-drafts.service';
import { MyDrafts } from './drafts/my-drafts';
import { StartingPointService } from './memory/starting-point.service';
import { evidence, evidenceControllers } from './evidence/evidence.providers';
import { ReadingService } from './evidence/reading.service';
import { GuestsController } from './guests/guests.controller';
import { guests } from './guests/guests.providers';
import { history, historyControllers } from './history/history.providers';
import { ReturnPapersController } from './papers/papers.controller';
import { ReturnPapersService } from './papers/papers.service';
import { RecalculationController } from './recalculation/recalculation.controller';
import { RecalculationService } from './recalculation/recalculation.service';
import { SharingController } from './sharing/sharing.controller';
import { sharing } from './sharing/sharing.providers';
import { RatingsController } from './ratings/ratings.controller';
import { RatingsService } from './ratings/ratings.service';
import { ProofsController } from './proofs/proofs.controller';
import { ProofsService } from './proofs/proofs.service';
import { ReopeningController } from './reopening/reopening.controller';
import { ReopeningService } from './reopening/reopening.service';
import { ReadingSigningService } from './signing/reading-signing.service';
import { SigningController } from './signing/signing.controller';
import { SigningMail } from './signing/signing-mail';
import { SigningService } from './signing/signing.service';
import { SubmissionsController } from './submissions.controller';
import { SubmissionsService } from './submissions.service';
import { SubmittingService } from './submitting.service';

@Module({
  imports: [TemplatesModule],
  controllers: [SubmissionsController, CarryController, ReturnPapersController, RatingsController, RecalculationController, SharingController, SigningController, KeptDraftsController, ...evidenceControllers, ...historyControllers, ProofsController, ReopeningController, GuestsController],
  providers: [AnsweringService, CarryService, CarryTelling, EarlierAnswers, MovedQuestions, RatingsService, RecalculationService, ProofsService, ReadingSigningService, ReopeningService, ReturnPapersService, StartingPointService, SigningMail, SigningService, SubmissionsService, SubmittingService, ...sharing, ...guests, ...history, KeptDraftsService, MyDrafts, ...evidence],
  exports: [SubmissionsService, SubmittingService, ReadingService],
})
export class SubmissionsModule {}
