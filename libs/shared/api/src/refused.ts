/** Every way a request is refused on purpose, and the HTTP status it has. Codes are stable: programs read them. */
export const refusals = {
  'invalid-request': 400,
  'malformed-body': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'second-factor-needed': 403,
  'proof-needed': 403,
  'not-allowed': 403,
  'csrf-token-wrong': 403,
  'another-person': 403,
  'not-found': 404,
  'unknown-route': 404,
  'method-not-allowed': 405,
  'already-done': 409,
  'still-needed': 409,
  'changed-meanwhile': 409,
  'questions-changed': 409,
  'round-not-open': 409,
  'return-not-editable': 409,
  'register-changed': 409,
  'sign-in-first': 409,
  'invitation-over': 410,
  'guest-link-over': 410,
  'not-scanned-yet': 409,
  'disposed': 410,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'answer-not-accepted': 422,
  'question-not-asked': 422,
  'another-signer-needed': 422,
  'cannot-submit-yet': 422,
  'cannot-publish-yet': 422,
  'cannot-publish-figures': 422,
  'edit-not-accepted': 422,
  'file-not-accepted': 422,
  'link-not-good': 422,
  'password-not-accepted': 422,
  'round-not-accepted': 422,
  'carry-not-possible': 422,
  'invitations-not-accepted': 422,
  'last-of-role': 422,
  'version-required': 428,
  'too-many-requests': 429,
  'unavailable': 503,
} as const;
export type RefusalCode = keyof typeof refusals;

/** One thing that is wrong: where (a field, a row and column, a question) and what to do about it. */
export interface Fault {
  readonly where: string;
  readonly detail: string;
}

/** An expected refusal. `detail` is a sentence for people: what is wrong and what to do. */
export class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly detail: string,
    /** Further members of the problem document, such as `faults` or both versions of an answer. */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code}: ${detail}`);
  }

  get status(): number {
    return refusals[this.code];
  }
}

/**
 * A refusal that leaves something behind: what was written before it is committed, such as the text of somebody whose
 * answer lost a race. Any other refusal undoes everything.
 */
export class RefusedButKept extends Refused {}

/** For as long as the database is away, or takes too long. */
export const unavailable = () => new Refused('unavailable', 'The database does not answer just now. What you typed is still on this page: try again in a moment.');

/** Invisible and missing look the same, to the byte. */
export const notFound = () => new Refused('not-found', 'There is nothing here, or it is not yours to see.');
