export { SubmissionsService, type ReturnContents } from './submissions.service';
export { SubmissionsModule } from './submissions.module';
export { SCANNER_SETTINGS, type ScannerSettings } from './evidence/scanner';
export { SubmittingService } from './submitting.service';
