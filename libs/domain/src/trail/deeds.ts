/** What the page of the trail can be narrowed to. */
export const deedKinds = ['sign-in', 'account', 'people', 'answers', 'actions', 'rounds', 'templates', 'register', 'reading', 'files', 'records', 'platform'] as const;
export type DeedKind = (typeof deedKinds)[number];

export const deedKindWords: Readonly<Record<DeedKind, string>> = {
  'sign-in': 'Signing in and out',
  'account': 'One’s own account',
  'people': 'People and their roles',
  'answers': 'Answering and submitting',
  'actions': 'Actions',
  'rounds': 'Rounds',
  'templates': 'Questionnaires',
  'register': 'Register of organisations',
  'reading': 'Reading what is another’s',
  'files': 'Downloads',
  'records': 'Records and privacy',
  'platform': 'Setting up',
};

/** What somebody did, and what they tried to do when it was refused. */
export interface Deed {
  readonly kind: DeedKind;
  readonly did: string;
  readonly tried: string;
  /** `{organisation}` and `{thing}` are put in by name. */
  readonly what: string;
}

const deed = (kind: DeedKind, did: string, tried: string, what: string): Deed => ({ kind, did, tried, what });

/** Every route that the trail tells of, by verb and pattern; what no route did stands by its action. */
export const deeds: Readonly<Record<string, Deed>> = {
  'POST /first-administrator': deed('platform', 'founded', 'found', 'the partnership'),

  'POST /session': deed('sign-in', 'signed', 'sign', 'in'),
  'POST /session/passkey': deed('sign-in', 'signed', 'sign', 'in with a passkey'),
  'DELETE /session': deed('sign-in', 'signed', 'sign', 'out'),
  'POST /session/second-factor': deed('sign-in', 'entered', 'enter', 'a second factor'),
  'POST /session/proof': deed('sign-in', 'proved', 'prove', 'again who they are'),
  'POST /session/proof/passkey/options': deed('sign-in', 'began', 'begin', 'to prove with a passkey who they are'),
  'POST /session/proof/passkey': deed('sign-in', 'proved', 'prove', 'with a passkey who they are'),
  'PUT /session/partnership': deed('sign-in', 'went over', 'go over', 'to another partnership'),

  'POST /session/authenticator': deed('account', 'began', 'begin', 'to set up an authenticator app'),
  'POST /session/authenticator/confirm': deed('account', 'set up', 'set up', 'an authenticator app'),
  'POST /session/recovery-codes': deed('account', 'made', 'make', 'new recovery codes'),
  'POST /account/passkeys/options': deed('account', 'began', 'begin', 'to add a passkey'),
  'POST /account/passkeys': deed('account', 'added', 'add', 'a passkey'),
  'PUT /account/passkeys/:id': deed('account', 'renamed', 'rename', 'a passkey'),
  'DELETE /account/passkeys/:id': deed('account', 'removed', 'remove', 'a passkey'),
  'POST /account/identities': deed('account', 'began', 'begin', 'to link an account elsewhere'),
  'GET /sign-in/:provider/callback': deed('account', 'linked', 'link', 'an account elsewhere'),
  'DELETE /account/identities/:id': deed('account', 'unlinked', 'unlink', 'an account elsewhere'),
  'POST /account/device-keys': deed('account', 'opened', 'open', 'what waits on a device of theirs'),
  'PUT /account/name': deed('account', 'changed', 'change', 'their name'),
  'PUT /account/preferences': deed('account', 'changed', 'change', 'how they like Attest to be'),
  'PUT /account/password': deed('account', 'changed', 'change', 'their password'),
  'DELETE /account/sessions': deed('account', 'signed out', 'sign out', 'everywhere else'),
  'POST /password-resets': deed('account', 'asked', 'ask', 'for a link to choose a new password'),
  'POST /password-resets/redeem': deed('account', 'chose', 'choose', 'a new password by such a link'),
  'DELETE /account/sessions/:id': deed('account', 'signed out', 'sign out', 'somewhere else'),

  'POST /mail/:id/send-again': deed('people', 'sent', 'send', 'a message again that had failed'),
  'POST /people/:id/forget-second-factor': deed('people', 'let', 'let', 'somebody set up a new second factor'),

  'POST /invitations': deed('people', 'invited', 'invite', 'somebody to {organisation}'),
  'POST /invitations/many': deed('people', 'invited', 'invite', 'many people at once'),
  'POST /invitations/check': deed('people', 'checked', 'check', 'a list of people to invite'),
  'POST /invitations/check-file': deed('people', 'checked', 'check', 'a file of people to invite'),
  'POST /invitations/:id/resend': deed('people', 'sent', 'send', 'an invitation to {organisation} again'),
  'POST /invitations/:id/withdraw': deed('people', 'withdrew', 'withdraw', 'an invitation to {organisation}'),
  'POST /invitations/accept': deed('people', 'accepted', 'accept', 'an invitation, with a new account or one that had rested'),
  'POST /invitations/join': deed('people', 'accepted', 'accept', 'an invitation'),
  'POST /organisations/:id/handover': deed('people', 'invited', 'invite', 'the next lead of {organisation}'),
  'POST /organisations/:id/reviews': deed('people', 'confirmed', 'confirm', 'who can see {organisation}'),
  'PUT /memberships/:id': deed('people', 'changed', 'change', 'the role of somebody in {organisation}'),
  'DELETE /memberships/:id': deed('people', 'removed', 'remove', 'somebody from {organisation}'),
  'DELETE /account/memberships/:id': deed('people', 'left', 'leave', '{organisation}'),

  'PUT /submissions/:id/answers/:questionId': deed('answers', 'saved', 'save', 'an answer in the return of {organisation}'),
  'PUT /submissions/:id/assignments': deed('answers', 'gave or took back', 'give or take back', 'a part of the return of {organisation}'),
  'POST /submissions/:id/signatures': deed('answers', 'signed', 'sign', 'the return of {organisation}'),
  'POST /submissions/:id/send-back': deed('answers', 'sent', 'send', 'the return of {organisation} back to be changed'),
  'POST /submissions/:id/kept-drafts': deed('answers', 'kept', 'keep', 'for themselves what could not be saved in the return of {organisation}'),
  'DELETE /kept-drafts/:id': deed('answers', 'let go', 'let go', 'of a draft of theirs in the return of {organisation}'),
  'POST /submissions/:id/answers/:questionId/starting-point': deed('answers', 'took', 'take', 'words of the round before into the return of {organisation}'),
  'POST /submissions/:id/reopen': deed('answers', 'opened', 'open', 'the return of {organisation} again'),
  'POST /submissions/:id/reopening-requests': deed('answers', 'asked', 'ask', 'for the return of {organisation} to be opened again'),
  'POST /reopenings/:id/grant': deed('answers', 'opened', 'open', 'the return of {organisation} again, as it was asked for'),
  'POST /reopenings/:id/decline': deed('answers', 'declined', 'decline', 'to open the return of {organisation} again'),
  'POST /submissions/:id/accept': deed('answers', 'accepted', 'accept', 'the return of {organisation}'),
  'POST /submissions/:id/submit': deed('answers', 'submitted', 'submit', 'the return of {organisation}'),

  'POST /submissions/:id/actions': deed('actions', 'planned', 'plan', 'an action of {organisation}'),
  'PUT /actions/:id': deed('actions', 'changed', 'change', 'an action of {organisation}'),
  'POST /actions/:id/verification': deed('actions', 'answered', 'answer', 'what {organisation} claimed to have done'),
  'POST /actions/:id/move': deed('actions', 'moved', 'move', 'an action of {organisation} on'),

  'POST /rounds': deed('rounds', 'drafted', 'draft', 'the round {thing}'),
  'POST /rounds/audience': deed('rounds', 'looked', 'look', 'whom a round would ask'),
  'POST /rounds/:id/open': deed('rounds', 'opened', 'open', 'the round {thing}'),
  'POST /rounds/:id/close': deed('rounds', 'closed', 'close', 'the round {thing}'),
  'POST /rounds/:id/carry-overs': deed('rounds', 'took', 'take', 'the round {thing} over to a newer version of its questionnaire'),
  'POST /carry-overs/:id/undo': deed('rounds', 'took', 'take', 'the round {thing} back to the version before'),
  'POST /rounds/:id/recalculations': deed('rounds', 'recalculated', 'recalculate', 'ratings of the round {thing}'),
  'POST /rounds/:id/recalculations/:recalculationId/undo': deed('rounds', 'put back', 'put back', 'ratings of the round {thing} as they were before a recalculation'),

  'POST /templates/drafts/from-library': deed('templates', 'began', 'begin', 'the draft {thing} from the library'),
  'POST /templates/drafts/from-version': deed('templates', 'began', 'begin', 'the draft {thing} from an edition before'),
  'POST /templates/drafts/blank': deed('templates', 'began', 'begin', 'the draft {thing}'),
  'POST /templates/drafts/check-json': deed('templates', 'looked', 'look', 'what would come of a questionnaire from a file'),
  'POST /templates/drafts/from-json': deed('templates', 'began', 'begin', 'the draft {thing} from a file'),
  'POST /templates/imports': deed('templates', 'uploaded', 'upload', 'a workbook with a questionnaire'),
  'PUT /templates/imports/:id/skipped': deed('templates', 'chose', 'choose', 'which rows of an uploaded workbook are left out'),
  'POST /templates/imports/:id/apply': deed('templates', 'began', 'begin', 'the draft {thing} from a workbook'),
  'POST /templates/drafts/:id/edits': deed('templates', 'changed', 'change', 'the draft {thing}'),
  'POST /templates/drafts/:id/undo': deed('templates', 'took back', 'take back', 'a change of the draft {thing}'),
  'POST /templates/drafts/:id/redo': deed('templates', 'made again', 'make again', 'a change of the draft {thing}'),
  'DELETE /templates/drafts/:id': deed('templates', 'discarded', 'discard', 'the draft {thing}'),
  'POST /templates/drafts/:id/restore': deed('templates', 'restored', 'restore', 'the draft {thing}'),
  'POST /templates/drafts/:id/publish': deed('templates', 'published', 'publish', 'the questionnaire {thing}'),
  'POST /templates/versions/:id/retire': deed('templates', 'retired', 'retire', 'the questionnaire {thing}'),
  'POST /templates/versions/:id/reinstate': deed('templates', 'reinstated', 'reinstate', 'the questionnaire {thing}'),
  'PUT /templates/citation-editions': deed('templates', 'said', 'say', 'which edition of a source is in force'),

  'POST /agencies': deed('register', 'added', 'add', 'the agency {organisation}'),
  'PUT /agencies/:id': deed('register', 'edited', 'edit', 'the agency {organisation}'),
  'POST /agencies/:id/end': deed('register', 'ended', 'end', 'the taking part of the agency {organisation}'),
  'POST /register-imports': deed('register', 'uploaded', 'upload', 'a register of schools'),
  'POST /register-imports/:id/apply': deed('register', 'applied', 'apply', 'an uploaded register of schools'),

  'GET /submissions/:id': deed('reading', 'read', 'read', 'the return of {organisation}'),
  'GET /submissions/:id/rating': deed('reading', 'read', 'read', 'why the return of {organisation} is rated as it is'),
  'GET /submissions/:id/ratings/:section': deed('reading', 'read', 'read', 'why a section of the return of {organisation} is rated as it is'),
  'GET /submissions/:id/signing': deed('reading', 'read', 'read', 'the signatures of {organisation}'),
  'GET /submissions/:id/proofs': deed('reading', 'read', 'read', 'what {organisation} has signed'),
  'GET /receipts/:reference/proof': deed('reading', 'checked', 'check', 'a receipt of {organisation}'),
  'GET /submissions/:id/receipt': deed('reading', 'read', 'read', 'the receipt of {organisation}'),
  'GET /rounds/:id/standards/:standard': deed('reading', 'read', 'read', 'the answers to a standard in the round {thing}'),
  'GET /rounds/:id/questions/:questionId': deed('reading', 'read', 'read', 'the answers to a question in the round {thing}'),

  'GET /rounds/:id/export.xlsx': deed('files', 'downloaded', 'download', 'the round {thing} as a workbook'),
  'GET /rounds/:id/export.csv': deed('files', 'downloaded', 'download', 'the round {thing} as CSV'),
  'GET /submissions/:id/copy.pdf': deed('reading', 'read', 'read', 'a copy of the return of {organisation}'),
  'GET /submissions/:id/copy.docx': deed('reading', 'read', 'read', 'a copy of the return of {organisation}'),
  'GET /submissions/:id/governors-report.pdf': deed('reading', 'read', 'read', 'the report to the governors of {organisation}'),
  'GET /submissions/:id/governors-report.docx': deed('reading', 'read', 'read', 'the report to the governors of {organisation}'),
  'GET /submissions/:id/signed.json': deed('files', 'downloaded', 'download', 'the signed return of {organisation}'),
  'GET /templates/drafts/:id/export.json': deed('files', 'downloaded', 'download', 'the draft {thing}'),
  'GET /templates/versions/:id/export.json': deed('files', 'downloaded', 'download', 'the questionnaire {thing}'),
  'GET /templates/drafts/:id/workbook.xlsx': deed('files', 'downloaded', 'download', 'the draft {thing} as a workbook'),
  'GET /templates/drafts/:id/workbook.ods': deed('files', 'downloaded', 'download', 'the draft {thing} as an OpenDocument spreadsheet'),
  'GET /templates/versions/:id/workbook.xlsx': deed('files', 'downloaded', 'download', 'the questionnaire {thing} as a workbook'),
  'GET /templates/versions/:id/workbook.ods': deed('files', 'downloaded', 'download', 'the questionnaire {thing} as an OpenDocument spreadsheet'),
  'GET /templates/imports/:id/workbook': deed('files', 'downloaded', 'download', 'an uploaded workbook with what is to be put right'),
  'GET /trail/export.csv': deed('files', 'downloaded', 'download', 'the trail as CSV'),
  'GET /records/exports/:id/file': deed('files', 'downloaded', 'download', 'a copy of everything'),
  'GET /account/records.zip': deed('files', 'downloaded', 'download', 'what is held about them'),

  'PUT /records/periods/:kind': deed('records', 'changed', 'change', 'how long something is kept'),
  'POST /records/holds': deed('records', 'placed', 'place', 'a hold'),
  'POST /records/holds/:id/lift': deed('records', 'lifted', 'lift', 'a hold'),
  'POST /records/disposals': deed('records', 'disposed', 'dispose', 'of what was kept long enough'),
  'POST /records/exports': deed('records', 'made', 'make', 'a copy of everything'),
  'POST /records/erasures/:id/erase': deed('records', 'forgot', 'forget', 'somebody who asked to be forgotten'),
  'POST /records/erasures/:id/refuse': deed('records', 'refused', 'refuse', 'to forget somebody who asked'),
  'POST /account/erasure': deed('account', 'asked', 'ask', 'to be forgotten'),
};

export const routesOfKind = (kind: DeedKind): string[] => Object.keys(deeds).filter((route) => deeds[route]!.kind === kind);
