import { GuestAnsweringService } from './guest-answering.service';
import { GuestLinksService } from './guest-links.service';
import { GuestMail } from './guest-mail';

/** All that letting somebody without an account answer is made of. */
export const guests = [GuestAnsweringService, GuestLinksService, GuestMail];
