import type { Role } from '@attest/domain/access';
import { aRegister } from '../../apps/api/test/register-files';
import { aQuestionnaire } from '../../apps/api/test/return-scenes';
import { PASSWORD } from '../../apps/api/test/scenes';
import { DRAFT_REVISION, type Side } from '../../apps/api/test/sides';
import { aWordTemplate } from '../../apps/api/test/word-templates';
import { workbookOf } from '../../apps/api/test/workbook-files';

/**
 * What the document cannot say of a new route, in three short tables: where the identifiers in its address come from,
 * where those in its query and body do, and what to send where the examples of the document would be refused.
 * A route that needs a row and has none stops the proof with a sentence that says which row.
 */
export interface Source {
  /** The table whose rows stand at this place of an address. Its partnership and organisation are read from the row. */
  readonly table: string;
  /** Which of its rows are asked for at all, where there are too many. */
  readonly among?: string;
  /** Which of them this address has; the others are there for nobody. */
  readonly where?: string;
  /** Which of them their own organisation alone may read. */
  readonly private?: string;
  /** Where the table has no such column: whose it is, in SQL over the row `t`. */
  readonly partnerships?: string;
  readonly organisation?: string;
  /** What it belongs to, in SQL over the row `t`: at an address that names another one before it, it is not there. */
  readonly within?: string;
  /** Whose own it is, where nobody else reaches it. */
  readonly person?: string;
  /** A role whose people reach it as well. */
  readonly beside?: Role;
}
/** For what is no identifier: words that are there in every partnership, or for nobody. */
export interface WordSource { readonly words: readonly string[]; readonly nobodys?: true }

const workbook = new Uint8Array(await workbookOf(aQuestionnaire({ code: 'from-a-workbook' })));
const wordTemplate = new Uint8Array(await aWordTemplate());
const QUESTION: Source = { table: 'question', among: 't.template_version_id in (select template_version_id from app.round)' };
const partnershipsOf = (person: string) => `(select array_agg(distinct m.partnership_id) from app.membership m where m.person_id = ${person} and m.ended_at is null)`;
const SOMEBODY: Source = { table: 'person', among: "t.name = 'The other lead'", partnerships: partnershipsOf('t.id') };
/** Somebody who does nothing else here. */
const somebodyCalled = (name: string): Source => ({ table: 'membership', among: `(select p.name from app.person p where p.id = t.person_id) = '${name}'` });
const PUBLISHED: Source = { table: 'template_version', among: "t.state = 'published'" };
const HANDED_IN = "t.state in ('submitted', 'accepted')";

/** By the address up to the identifier; a row with a verb, or with more of the address, goes before one without. */
export const addresses: Readonly<Record<string, Source | WordSource>> = {
  'account/identities/:id': { table: 'identity', person: 't.person_id', partnerships: partnershipsOf('t.person_id') },
  'account/passkeys/:id': { table: 'passkey', person: 't.person_id', partnerships: partnershipsOf('t.person_id') },
  // signing in clears away those that are over
  'account/sessions/:id': { table: 'session', person: 't.person_id', among: "t.expires_at > now() + interval '1 minute'" },
  'carry-overs/:id': { table: 'carry_over' },
  'exports/:id': { table: 'export', person: 't.asked_by', beside: 'business-unit' },
  // not those by which somebody asks
  'account/tokens/:id': { table: 'access_token', person: 't.person_id', among: "t.name = 'Power BI'" },
  'exports/saved/:id': { table: 'saved_export', person: 't.person_id' },
  'joint-rounds/:id': { table: 'joint_round' },
  'joint-rounds/:id/invitations/:invitationId': { table: 'joint_invitation', within: 't.joint_round_id' },
  'mail/:id': { table: 'mail' },
  'actions/:id': { table: 'action', private: "(select s.submitted_at is null from app.submission s where s.id = t.submission_id)" },
  'agencies/:id': { table: 'organisation', among: "t.kind = 'agency'" },
  // one's own in every partnership, whichever one acts in; of people who do nothing else here, because it ends with it
  'account/memberships/:id': { ...somebodyCalled('The leaver'), person: 't.person_id', partnerships: '(select array_agg(p.id) from app.partnership p)' },
  'evidence/:id': { table: 'evidence', private: 'true' },
  // its files, of which others read what was signed; what it is called is below
  'GET evidence/:id': {
    table: 'evidence', where: "t.kind = 'file'",
    private: "not exists (select from app.evidence_use u join app.submission s on s.id = u.submission_id where u.evidence_id = t.id and u.signed_revision is not null and s.state in ('submitted', 'accepted'))",
  },
  'evidence/:id/revisions/:number': { words: ['1'] },
  'findings/:id': { table: 'finding' },
  'themes/:id': { table: 'theme' },
  'invitations/:id': { table: 'invitation', among: "t.role = 'viewer'" },
  'PUT memberships/:id': somebodyCalled('The colleague'),
  'DELETE memberships/:id': somebodyCalled('The leaver'),
  'organisations/:id': { table: 'organisation' },
  // somebody who does nothing else here: their sessions end with it
  'people/:id': SOMEBODY,
  'records/erasures/:id': { table: 'erasure' },
  'records/exports/:id': { table: 'record_export' },
  'records/holds/:id': { table: 'legal_hold' },
  'records/periods/:kind': { words: ['returns'] },
  'receipts/:reference': { words: ['R-NOBODYS'] },
  'reopenings/:id': { table: 'reopening' },
  'register-imports/:id': { table: 'register_import' },
  'sign-in/:provider': { words: ['nobodys'] },
  'rounds/:id': { table: 'round' },
  'rounds/:id/carry-overs/:versionId': PUBLISHED,
  // by number, and here is no partner
  'rounds/:id/joint-figures/:place': { words: ['2'], nobodys: true },
  'rounds/:id/questions/:questionId': QUESTION,
  'rounds/:id/recalculations/:recalculationId': { table: 'recalculation', within: 't.round_id' },
  'rounds/:id/standards/:standard': { words: ['leadership'] },
  'templates/drafts/:id': { table: 'template_version', among: "t.state = 'draft'" },
  'templates/imports/:id': { table: 'template_import' },
  'templates/versions/:id': PUBLISHED,
  'submissions/:id': { table: 'submission', private: `not (${HANDED_IN})` },
  'submissions/:id/answers/:questionId': QUESTION,
  'comments/:id': { table: 'comment', private: 'true' },
  // those of the guests of the proof stay as they are
  'guest-links/:id': { table: 'guest_link', among: "t.name = 'Somebody without an account'", private: 'true' },
  'guest/answers/:questionId': { table: 'question', among: "t.key in ('policy', 'training') and t.template_version_id in (select template_version_id from app.round)" },
  'submissions/:id/flags/:questionId': QUESTION,
  'submissions/:id/ratings/:section': { words: ['leadership'] },
  'kept-drafts/:id': { table: 'kept_draft', person: 't.person_id' },
  'submissions/:id/answers/:questionId/evidence/:evidenceId': { table: 'evidence', among: "t.title = 'policy'", private: 'true' },
};

/** Whole addresses at whose first identifier fewer things are to be found than it names elsewhere. */
export const narrower: Readonly<Record<string, Source | WordSource>> = {
  'GET rounds/:id/published': { table: 'round', where: 'exists (select from app.release l where l.round_id = t.id)' },
  // it takes the hash as well
  'GET receipts/:reference/proof': { words: ['R-NOBODYS'], nobodys: true },
  // one's own library, which is not the list of what was signed
  'GET organisations/:id/evidence': { table: 'organisation', private: 'true' },
  'GET evidence/:id': { table: 'evidence', private: 'true' },
  // an agency of these scenes has no lead who could
  'POST organisations/:id/handover': { table: 'organisation', among: "t.kind = 'school'" },
  'PUT submissions/:id/presence': { table: 'submission', private: 'true' },
  'POST submissions/:id/comments': { table: 'submission', private: 'true' },
  'GET submissions/:id/guest-links': { table: 'submission', private: 'true' },
  'GET submissions/:id/sharing': { table: 'submission', private: 'true' },
  'GET submissions/:id/answers/:questionId/history': { table: 'submission', private: 'true' },
  'GET exports/:id/file': { table: 'export', person: 't.asked_by', beside: 'business-unit', where: "t.state = 'ready'" },
  'GET submissions/:id/signed.json': { table: 'submission', where: HANDED_IN },
  'GET submissions/:id/good-practice': { table: 'submission', where: HANDED_IN },
  'GET submissions/:id/receipt': { table: 'submission', where: HANDED_IN },
  'GET submissions/:id/copy.pdf': { table: 'submission', where: HANDED_IN },
  'GET submissions/:id/copy.docx': { table: 'submission', where: HANDED_IN },
  'GET submissions/:id/governors-report.pdf': { table: 'submission', where: HANDED_IN },
  'GET submissions/:id/governors-report.docx': { table: 'submission', where: HANDED_IN },
};

/** Identifiers in queries and bodies, by the name of their property. `fresh` is made by the sender. */
export const properties: Readonly<Record<string, Source | 'fresh'>> = {
  areaId: { table: 'area' },
  fromQuestionId: QUESTION,
  areaIds: { table: 'area' },
  // an entry of a history, which may be this too
  before: { table: 'carry_over' },
  colleagueId: { table: 'person', among: "t.name = 'The contributor'", partnerships: partnershipsOf('t.id') },
  deviceId: 'fresh',
  operationId: 'fresh',
  questionId: QUESTION,
  organisationId: { table: 'organisation' },
  organisationIds: { table: 'organisation' },
  partnershipId: { table: 'partnership' },
  personId: SOMEBODY,
  questionIds: QUESTION,
  roundId: { table: 'round' },
  templateVersionId: { table: 'template_version' },
  themeIds: { table: 'theme' },
  versionId: PUBLISHED,
};

/** What is sent, where the examples of the document would be refused. `n` is a number that no other request has. */
export const bodies: Readonly<Record<string, (side: Side, n: number) => unknown>> = {
  'POST register-imports': ({ laCode }) => {
    const form = new FormData();
    form.append('file', new Blob([aRegister([{ 'LA (code)': laCode }])]), 'edubasealldata20260901.csv');
    return form;
  },
  'PUT account/password': () => ({ current: PASSWORD, password: 'seven slow barges under the bridge' }),
  'POST invitations': () => ({ role: 'viewer', organisationId: null, trust: null }),
  'POST invitations/many': ({ ids }, n) => ({ invitations: [{ name: '', email: `many.${n}@proof.example`, role: 'viewer', organisationId: ids.school, trust: null }] }),
  'POST invitations/check-file': () => {
    const form = new FormData();
    form.append('file', new Blob(['Name,E-mail address,Organisation or URN,Role\nAnn,ann@proof.example,990001,viewer']), 'people.csv');
    return form;
  },
  'POST organisations/:id/handover': (_, n) => ({ email: `next.${n}@proof.example` }),
  'PUT memberships/:id': () => ({ role: 'approver' }),
  'POST agencies': (_, n) => ({ name: `Agency ${n}`, features: [] }),
  'PUT agencies/:id': (_, n) => ({ name: `Agency ${n}`, features: [] }),
  'POST templates/drafts/check-json': () => ({ template: aQuestionnaire() }),
  'POST templates/drafts/from-json': () => ({ template: aQuestionnaire() }),
  'POST templates/imports': () => {
    const form = new FormData();
    form.append('file', new Blob([workbook]), 'questionnaire.xlsx');
    return form;
  },
  'PUT templates/imports/:id/skipped': () => ({ rows: [] }),
  'POST templates/imports/:id/apply': () => ({ reasons: [] }),
  // each of them moves the draft on, in the order in which they are asked
  'POST templates/drafts/:id/edits': () => ({ revision: DRAFT_REVISION }),
  'POST templates/drafts/:id/undo': () => ({ revision: DRAFT_REVISION + 1 }),
  'POST templates/drafts/:id/redo': () => ({ revision: DRAFT_REVISION + 2 }),
  'POST templates/drafts/:id/publish': () => ({ revision: DRAFT_REVISION + 3 }),
  'POST submissions/:id/guest-links': ({ version }) => ({ questionIds: [version.id('policy')], untilOn: '2026-11-29' }),
  'PUT submissions/:id/assignments': () => ({ sectionKey: 'leadership', questionId: null, dueOn: null }),
  'POST records/erasures/:id/erase': () => ({ confirm: 'Leaving Soon' }),
  'POST organisations/:id/evidence': (_, n) => aFile(n),
  'POST evidence/:id/revisions': (_, n) => aFile(n),
  'POST exports': ({ ids }) => ({ preset: 'full-data', contents: ['answers'], format: 'csv', filters: { organisationIds: [ids.school] } }),
  'POST exports/preview': ({ ids }) => ({ preset: 'full-data', contents: ['answers'], format: 'csv', filters: { organisationIds: [ids.school] } }),
  'POST word-template': () => {
    const form = new FormData();
    form.append('file', new Blob([wordTemplate]), 'template.docx');
    return form;
  },
  'POST themes': (_, n) => ({ name: `Theme ${n}` }),
  'PUT themes/:id': (_, n) => ({ name: `Theme ${n}` }),
  'POST rounds': (_, n) => ({ name: `Round ${n}` }),
  // which it asks already: a round on another version would have other questions than those asked for here
  'POST rounds/:id/carry-overs': ({ version }) => ({ templateVersionId: version.versionId }),
};

function aFile(n: number): FormData {
  const form = new FormData();
  form.append('file', new Blob([`Minutes of meeting ${n}`]), 'minutes.txt');
  return form;
}

/** Routes whose success needs more than the words of a request, and the spec in which they succeed. */
export const succeedElsewhere: Readonly<Record<string, string>> = {
  'POST submissions/:id/answers/:questionId/starting-point': 'memory.spec.ts: a round before',
  'PUT guest/answers/:questionId': 'guests.spec.ts: to the answer as it stands at the moment',
  'POST actions/:id/verification': 'actions.spec.ts: what was claimed as done',
  'DELETE account/memberships/:id': 'memberships.spec.ts: by people who are here to be removed',
  'POST invitations': 'invitations.spec.ts: to the organisation of whoever invites',
  'POST invitations/join': 'invitations.spec.ts: with a link that was sent',
  'POST organisations/:id/reviews': 'memberships.spec.ts: with the list as it is at the moment',
  'POST records/disposals': 'retention.spec.ts: the day and the number of a preview in which something is due',
  'POST records/erasures/:id/refuse': 'erasure.spec.ts: what has not been decided yet',
  'POST carry-overs/:id/undo': 'carry.spec.ts: what has not been undone yet',
  'POST rounds/:id/carry-overs': 'carry.spec.ts: to a version that came out after',
  'GET rounds/:id/carry-overs/:versionId': 'carry.spec.ts: of a version that came out after',
  'GET receipts/:reference/proof': 'proofs.spec.ts: a reference and the hash beside it',
  'POST reopenings/:id/grant': 'reopening.spec.ts: until a day to come',
  'POST submissions/:id/reopen': 'reopening.spec.ts: what nobody has asked for',
  'POST submissions/:id/reopening-requests': 'reopening.spec.ts: what nobody has asked for',
  'POST submissions/:id/signatures': 'signing.spec.ts: the step whose turn it is, of a questionnaire with several',
  'POST submissions/:id/send-back': 'signing.spec.ts: what has been signed, and not by all',
  'POST rounds/:id/releases': 'releases.spec.ts: the preview of a closed round in which enough have returned',
  'GET rounds/:id/joint-figures/:place': 'joint-rounds.spec.ts: with a partner',
  'PUT rounds/:id/joint-figures/:place': 'joint-rounds.spec.ts: with a partner',
  'DELETE rounds/:id/joint-figures/:place': 'joint-rounds.spec.ts: with a partner',
  'POST joint-rounds': 'joint-rounds.spec.ts: on a round that is in none',
  'POST joint-rounds/invitation': 'joint-rounds.spec.ts: with a code that was given',
  'POST joint-rounds/accept': 'joint-rounds.spec.ts: with a code that was given',
  'POST joint-rounds/decline': 'joint-rounds.spec.ts: with a code that was given',
  'PUT joint-rounds/:id/round': 'joint-rounds.spec.ts: before anything was shared',
  'PUT rounds/:id/findings/order': 'findings.spec.ts: all of a round, each once',
  'POST rounds/:id/recalculations': 'recalculation.spec.ts: the number of a preview in which something differs',
  'POST rounds/:id/recalculations/:recalculationId/undo': 'recalculation.spec.ts: the newest of a round, once',
  'POST session/second-factor': 'second-factor.spec.ts: a code of the moment',
  'POST session/authenticator/confirm': 'second-factor.spec.ts: a code made with what was offered before',
  'POST session/passkey/options': 'passkeys.spec.ts: at the address people type',
  'POST session/passkey': 'passkeys.spec.ts: what a device signed a moment ago',
  'POST session/proof/passkey/options': 'passkeys.spec.ts: at the address people type',
  'POST session/proof/passkey': 'passkeys.spec.ts: what a device signed a moment ago',
  'POST account/passkeys/options': 'passkeys.spec.ts: at the address people type',
  'POST account/passkeys': 'passkeys.spec.ts: what a device made a moment ago',
  'POST account/identities': 'linked-accounts.spec.ts: a provider to go to',
  'POST sign-in/:provider/invitation': 'linked-accounts.spec.ts: a provider to go to',
  'GET sign-in/:provider': 'providers.spec.ts: a provider to go to',
  'GET sign-in/:provider/callback': 'providers.spec.ts: from a provider',
  'POST session/proof': 'second-factor.spec.ts: a code of the moment',
};

/** Routes by which somebody sees or asks for what is their own, in whichever partnership; and the tables such a request stands in. */
export const ownEverywhere: Readonly<Record<string, readonly string[]>> = {
  'GET account/memberships': [],
  'GET account/records.zip': [],
  'POST account/erasure': ['erasure'],
};

/** Routes that end what they are called with, or what later ones need: asked last, in this order. */
export const last: readonly string[] = [
  'POST records/erasures/:id/erase', 'POST records/erasures/:id/refuse',
  'DELETE findings/:id', 'DELETE exports/saved/:id', 'DELETE word-template', 'DELETE account/tokens/:id', 'DELETE evidence/:id', 'DELETE templates/drafts/:id', 'POST templates/drafts/:id/restore', 'POST templates/drafts/:id/publish', 'POST templates/versions/:id/retire', 'POST templates/versions/:id/reinstate',
  'POST joint-rounds/:id/invitations/:invitationId/withdraw', 'POST joint-rounds/:id/leave', 'POST guest-links/:id/revoke', 'POST guest-links/:id/forget', 'POST invitations/:id/withdraw', 'POST agencies/:id/end', 'POST rounds/:id/close', 'PUT session/partnership', 'DELETE account/sessions/:id', 'DELETE account/sessions', 'DELETE session', 'PUT account/password',
];

/** Tables that move while nothing is changed, each with the reason; those of another partnership must stand still all the same. */
export const restless: Readonly<Record<string, string>> = {
  session: 'remembers when it was last used',
  access_token: 'remembers when it was last used',
  attempt: 'counts how often somebody tries to sign in',
  audit_event: 'tells of what was refused, too',
  audit_head: 'tells of what was refused, too',
};

/** Single columns that do, of tables that stand still otherwise. */
export const restlessColumns: Readonly<Record<string, string>> = {
  // when a guest last came with it, whatever they asked for
  guest_link: 'used_at',
};
