import { Refused } from '@attest/shared/api';
import { fileRefusals, type FileRefusal } from '@attest/domain/evidence';

/** Why a file is not taken, found in what is in it. */
export class NotTaken extends Error {
  constructor(readonly why: FileRefusal) {
    super(why);
  }
}

export const refused = (why: FileRefusal): Refused =>
  new Refused(why === 'too-large' ? 'body-too-large' : 'file-not-accepted', fileRefusals[why], { why, faults: [] });
