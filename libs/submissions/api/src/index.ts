export { SubmissionsModule } from './submissions.module';
export { canonicalJson, sha256 } from './canonical-json';
export { SubmittingService } from './submitting.service';
