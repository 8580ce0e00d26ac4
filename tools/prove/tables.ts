import { organisationRoles, type Role } from '@attest/domain/access';

/** Somebody, as the rules below see them: in their own partnership, by memberships that have not ended. */
export interface Who {
  holds(...roles: readonly Role[]): boolean;
  /** In this organisation. */
  holdsIn(organisation: unknown, ...roles: readonly Role[]): boolean;
  is(person: unknown): boolean;
  /** Has a role in the partnership itself. */
  readonly all: boolean;
  /** Has any role in this organisation, or one in the partnership. */
  acts(organisation: unknown): boolean;
}
type Row = Readonly<Record<string, unknown>>;
type May = (who: Who, row: Row) => boolean;

/**
 * Who may do what to a row of their own partnership, said once more and from another side than the policies say it.
 * Nobody ever reaches a row of another partnership, and what is not granted nobody does: neither is repeated here.
 */
export interface Rule {
  readonly reads?: May;
  readonly adds?: May;
  readonly changes?: May;
  readonly removes?: May;
  /** How far it has come, where another table says so: SQL over the row `t`. */
  readonly state?: string;
  /** The same for all partnerships: adding one reaches nobody's. */
  readonly national?: true;
  /** Which rows are tried, where there are many alike. */
  readonly among?: string;
}

const unit: May = (who) => who.holds('business-unit');
const acts: May = (who, row) => who.acts(row['organisation_id']);
const nobody: May = () => false;
const open = (state: unknown) => ['not-started', 'in-progress', 'reopened'].includes(String(state));

/** What belongs to an organisation is its own people's and the partnership's; what does not, the business unit writes and all read. Nobody removes anything. */
export const usual = (ofOrganisation: boolean): Required<Pick<Rule, 'reads' | 'adds' | 'changes' | 'removes'>> =>
  (ofOrganisation ? { reads: acts, adds: acts, changes: acts, removes: nobody } : { reads: () => true, adds: unit, changes: unit, removes: nobody });

/** What colleagues arrange among themselves: nobody of the partnership's own roles. */
const colleagues: May = (who, row) => who.holdsIn(row['organisation_id'], ...organisationRoles);
/** Of others, what they signed. */
const readsEvidence: May = (who, row) => colleagues(who, row) || (who.all && row['state'] === 'signed');
const signedWith = (evidence: string) => `case when exists (select from app.evidence_use u join app.submission s on s.id = u.submission_id
  where u.evidence_id = ${evidence} and u.removed_at is null and u.signed_revision is not null and s.state in ('submitted', 'accepted')) then 'signed' else 'kept' end`;

const writesFindings: May = (who) => who.holds('business-unit', 'qp-member');
const answers: May = (who, row) => who.holdsIn(row['organisation_id'], 'lead', 'contributor');
const tagsAnswers: May = (who, row) => acts(who, row) && writesFindings(who, row);
const decides: May = (who, row) => unit(who, row) || who.holdsIn(row['organisation_id'], 'lead');
const signs: May = (who, row) => who.holdsIn(row['organisation_id'], 'lead', 'approver');
const followsTrail: May = (who, row) => who.holds('business-unit', 'scrutineer') || who.holdsIn(row['organisation_id'], 'lead', 'approver');
/** The state of a piece and of a download is who asked for the file. */
const ofAsker: May = (who, row) => unit(who, row) || who.is(row['state']);
const own: May = (who, row) => who.is(row['person_id']);
const FEW_QUESTIONS = 't.template_version_id in (select template_version_id from app.round)';

/** Only what is not as usual. The proof stops at a table whose rows nobody can tell apart. */
export const tables: Readonly<Record<string, Rule>> = {
  // that the partnership sees none of a return not handed in is tried in actions.spec.ts
  action: { among: "t.submission_id in (select id from app.submission where submitted_at is not null)", changes: (who, row) => acts(who, row) && row['state'] !== 'verified' },
  action_event: { among: 't.action_id in (select a.id from app.action a join app.submission s on s.id = a.submission_id where s.submitted_at is not null)' },
  access_review: { reads: decides, adds: decides },
  // that none is added to what was handed in is tried with another question in isolation.spec.ts: here the key is taken
  answer: { state: '(select s.state from app.submission s where s.id = t.submission_id)', changes: (who, row) => acts(who, row) && open(row['state']) },
  assignment: { reads: colleagues, adds: colleagues, changes: colleagues, removes: colleagues },
  guest_link: { reads: colleagues, adds: (who, row) => who.is(row['given_by']) && answers(who, row), changes: answers },
  comment: { reads: colleagues, adds: colleagues, changes: colleagues },
  presence: { reads: colleagues, adds: colleagues, changes: colleagues, removes: colleagues },
  question_flag: { reads: colleagues, adds: colleagues, changes: nobody, removes: colleagues },
  audit_event: { reads: followsTrail },
  audit_head: { reads: (who) => who.holds('business-unit', 'scrutineer') },
  disposal: { reads: unit },
  erasure: { reads: unit, changes: (who, row) => unit(who, row) && row['state'] === 'waiting' },
  evidence: { state: signedWith('t.id'), reads: readsEvidence, adds: colleagues, changes: colleagues },
  evidence_chunk: { state: signedWith('t.evidence_id and u.signed_revision = t.number'), reads: readsEvidence, adds: colleagues },
  evidence_revision: { state: signedWith('t.evidence_id and u.signed_revision = t.number'), reads: readsEvidence, adds: colleagues },
  evidence_use: {
    state: `case when t.signed_revision is null then 'kept' else (select case when s.state in ('submitted', 'accepted') then 'signed' else 'kept' end from app.submission s where s.id = t.submission_id) end`, reads: readsEvidence,
    // what was handed in stays as it was signed; that nothing is added to it cannot be tried where the key is taken
    adds: colleagues, changes: (who, row) => colleagues(who, row) && row['state'] !== 'signed',
  },
  theme: { adds: writesFindings, changes: writesFindings },
  answer_theme: { adds: tagsAnswers, removes: tagsAnswers, changes: nobody },
  good_practice: { adds: tagsAnswers, changes: tagsAnswers, removes: tagsAnswers },
  finding: { reads: (who) => who.all, adds: writesFindings, changes: writesFindings, removes: writesFindings },
  joint_round: { reads: (who) => who.all },
  joint_invitation: { reads: (who) => who.all },
  joint_share: { reads: (who) => who.all },
  // for those who took part in its round
  release: {
    state: "(select string_agg(s.organisation_id::text, ' ') from app.submission s where s.round_id = t.round_id and s.submitted_at is not null)",
    reads: (who, row) => who.all || String(row['state']).split(' ').some((organisation) => who.acts(organisation)),
  },
  release_basis: { adds: (who, row) => acts(who, row) && unit(who, row) },
  export: { reads: (who, row) => unit(who, row) || who.is(row['asked_by']), adds: (who, row) => who.is(row['asked_by']), changes: (who, row) => unit(who, row) || who.is(row['asked_by']) },
  export_piece: { state: "(select e.asked_by::text from app.export e where e.id = t.export_id)", reads: ofAsker, adds: ofAsker, removes: ofAsker },
  export_taken: { state: "(select e.asked_by::text from app.export e where e.id = t.export_id)", reads: ofAsker, adds: (who, row) => who.is(row['by_person']) && ofAsker(who, row) },
  saved_export: { reads: own, adds: own, removes: own },
  word_template: { removes: unit },
  access_token: { reads: own, adds: own, changes: own },
  export_download: { reads: unit },
  export_file: { reads: unit, removes: unit },
  invitation: { reads: decides },
  legal_hold: { state: "case when t.lifted_at is null then 'held' else 'lifted' end", reads: unit, changes: (who, row) => unit(who, row) && row['lifted_at'] === null },
  organisation: { national: true, reads: (who, row) => who.acts(row['id']), changes: unit },
  participation: { reads: () => true, adds: unit, changes: unit },
  question: { among: FEW_QUESTIONS },
  rating: { adds: (who, row) => acts(who, row) && (row['layer'] === 'self' || unit(who, row)), changes: (who, row) => acts(who, row) && (row['layer'] === 'self' || unit(who, row)) },
  record_export: { reads: unit },
  reopening: { adds: (who, row) => who.is(row['asked_by']) && (row['state'] === 'open' ? unit(who, row) : signs(who, row)), changes: unit },
  register_import: { reads: unit },
  retention_period: { reads: unit, removes: unit },
  round_member: { adds: unit, changes: (who, row) => acts(who, row) && unit(who, row) },
  signature: { adds: (who, row) => who.is(row['person_id']) && signs(who, row), changes: (who, row) => row['voided_at'] === null && (unit(who, row) || signs(who, row)) },
  submission: { adds: unit, changes: (who, row) => acts(who, row) && (open(row['state']) || row['state'] === 'signing') },
  template: { among: 't.id in (select v.template_id from app.template_version v join app.round r on r.template_version_id = v.id)' },
  template_edit: { reads: unit },
  template_import: { reads: unit },
  template_version: { among: "t.state = 'draft' or t.id in (select template_version_id from app.round)", reads: (who, row) => row['state'] !== 'draft' || unit(who, row) },
  partnership: { adds: nobody, changes: nobody },
};
