export { SubmissionsService, type ReturnContents } from './submissions.service';
export { SubmissionsModule } from './submissions.module';
export { SCANNER_SETTINGS, type ScannerSettings } from './evidence/scanner';
export { inspectedOrRefused } from './evidence/inspecting/inspected';
export { SubmittingService } from './submitting.service';
export { PLANNED, plannedTable, type Planned } from './papers/planned';
export { levelBar } from './papers/level-bar';
export type { ReceiptView } from './receipt.dto';
