import { Arriving } from './arriving';
import { EvidenceController, LibraryController, UsingController } from './evidence.controller';
import { FileStore } from './file-store';
import { FilesService } from './files.service';
import { LibraryService } from './library.service';
import { ReadingService } from './reading.service';
import { Scanner } from './scanner';
import { ScanningJobs } from './scanning-jobs';
import { UsingService } from './using.service';

export const evidenceControllers = [LibraryController, EvidenceController, UsingController];
export const evidence = [Arriving, FileStore, FilesService, LibraryService, ReadingService, Scanner, ScanningJobs, UsingService];
