export { SubmissionsService, type ReturnContents } from './submissions.service';
export { SubmissionsModule } from './submissions.module';
export { SubmittingService } from './submitting.service';
