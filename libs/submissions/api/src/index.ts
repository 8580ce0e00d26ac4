export { SubmissionsModule } from './submissions.module';
export { SubmittingService } from './submitting.service';
