export { SubmissionsService, type ReturnContents } from './submissions.service';
export { storable } from './storable';
export { SubmissionsModule } from './submissions.module';
export { SubmittingService } from './submitting.service';
