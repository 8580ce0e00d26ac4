import { AssigningService } from './assigning.service';
import { AssignmentMail } from './assignment-mail';
import { CommentingService } from './commenting.service';
import { PresenceService } from './presence.service';
import { RequestedService } from './requested.service';
import { SharingService } from './sharing.service';
import { WaitingService } from './waiting.service';

/** All that working together on a return is made of. */
export const sharing = [AssigningService, AssignmentMail, CommentingService, PresenceService, RequestedService, SharingService, WaitingService];
