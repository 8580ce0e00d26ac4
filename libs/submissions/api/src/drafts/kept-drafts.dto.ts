import { OneOf, Uuid } from '@attest/shared/api';
import { SaveAnswer, reasonsToKeep } from '../submissions.dto';

export { KeptDraftView } from '../submissions.dto';

export class KeepDraft extends SaveAnswer {
  @Uuid() questionId: string;
  @OneOf(reasonsToKeep, { description: 'Why it could not be saved as an answer.' }) because: (typeof reasonsToKeep)[number];
}
