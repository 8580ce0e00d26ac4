import { AssigningService } from './assigning.service';
import { AssignmentMail } from './assignment-mail';
import { SharingService } from './sharing.service';
import { WaitingService } from './waiting.service';

/** All that working together on a return is made of. */
export const sharing = [AssigningService, AssignmentMail, SharingService, WaitingService];
