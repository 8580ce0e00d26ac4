import { describe, expect, it } from '@jest/globals';
import { actions, may, organisationRoles, partnershipRoles, roles, type Action, type Caller, type Role } from './index';

const [here, elsewhere, ours, theirs] = ['south-tees', 'county-durham', 'our-school', 'their-school'];

/** One column a role, in the order of `roles`. */
const table: Readonly<Record<Action, string>> = {
  //                    unit  qp   exec scrut lead contr appr view trust
  'organisation.read': ' yes  yes  no   yes   yes  yes   yes  yes  yes',
  'register.import':   ' yes  no   no   no    no   no    no   no   no',
  'person.recover':    ' yes  no   no   no    no   no    no   no   no',
  'register.edit':     ' yes  no   no   no    no   no    no   no   no',
  'people.list':       ' yes  no   no   no    no   no    no   no   no',
  'people.manage':     ' yes  no   no   no    yes  no    no   no   no',
  'lead.hand-over':    ' no   no   no   no    yes  no    no   no   no',
  'template.read':     ' yes  yes  no   yes   yes  yes   yes  yes  yes',
  'template.write':    ' yes  no   no   no    no   no    no   no   no',
  'round.read':        ' yes  yes  yes  yes   no   no    no   no   no',
  'round.manage':      ' yes  no   no   no    no   no    no   no   no',
  'joint-round.manage': ' yes  no   no   no    no   no    no   no   no',
  'rating.recalculate':' yes  no   no   no    no   no    no   no   no',
  'submission.read':   ' yes  yes  no   yes   yes  yes   yes  yes  yes',
  'submission.answer': ' no   no   no   no    yes  yes   no   no   no',
  'submission.submit': ' no   no   no   no    yes  no    yes  no   no',
  'guest.answer':      ' no   no   no   no    no   no    no   no   no',
  'action.read':       ' yes  yes  no   yes   yes  yes   yes  yes  yes',
  'action.plan':       ' no   no   no   no    yes  yes   yes  no   no',
  'action.verify':     ' yes  no   no   no    no   no    no   no   no',
  'submission.reopen': ' yes  no   no   no    no   no    no   no   no',
  'submission.accept': ' yes  no   no   no    no   no    no   no   no',
  'insight.read':      ' yes  yes  yes  yes   no   no    no   no   no',
  'insight.words':     ' yes  yes  no   yes   no   no    no   no   no',
  'insight.write':     ' yes  yes  no   no    no   no    no   no   no',
  'release.read':      ' yes  yes  yes  yes   yes  yes   yes  yes  yes',
  'export.create':     ' yes  yes  no   no    no   no    no   no   no',
  'word-template.manage': ' yes  no   no   no    no   no    no   no   no',
  'trail.read':        ' yes  no   no   yes   yes  no    yes  no   no',
  'mail.manage':       ' yes  no   no   no    no   no    no   no   no',
  'records.manage':    ' yes  no   no   no    no   no    no   no   no',
  'records.dispose':   ' yes  no   no   no    no   no    no   no   no',
  'records.export':    ' yes  no   no   no    no   no    no   no   no',
  'records.erase':     ' yes  no   no   no    no   no    no   no   no',
  'session.own':       ' yes  yes  yes  yes   yes  yes   yes  yes  yes',
};
const cases = actions.flatMap((action) => {
  const row = table[action].trim().split(/\s+/);
  return roles.map((role, index): [Role, Action, boolean] => [role, action, row[index] === 'yes']);
});

const inPartnership = (role: Role): role is (typeof partnershipRoles)[number] => partnershipRoles.some((known) => known === role);
const aCaller = (role: Role, organisationId = inPartnership(role) ? null : ours): Caller =>
  ({ personId: 'p', partnershipId: here, memberships: [{ partnershipId: here, organisationId, role }] });

describe('every role and every action', () => {
  it('are in the table', () => expect(cases).toHaveLength(9 * 35));

  it.each(cases)('%s, %s: %s', (role, action, allowed) => {
    expect(may(aCaller(role), action)).toBe(allowed);
    expect(may(aCaller(role), action, { partnershipId: here, organisationId: ours })).toBe(allowed);
  });
});

describe('how far a role reaches', () => {
  it.each(partnershipRoles)('%s: every organisation of the partnership, and no other partnership', (role) => {
    expect(may(aCaller(role), 'insight.read', { partnershipId: here, organisationId: theirs })).toBe(true);
    expect(may(aCaller(role), 'insight.read', { partnershipId: elsewhere, organisationId: theirs })).toBe(false);
    expect(may(aCaller(role), 'insight.read', { partnershipId: elsewhere })).toBe(false);
  });

  it.each(organisationRoles)('%s: its own organisation only', (role) => {
    expect(may(aCaller(role), 'submission.read', { partnershipId: here, organisationId: theirs })).toBe(false);
    expect(may(aCaller(role), 'submission.read', { partnershipId: elsewhere, organisationId: ours })).toBe(false);
    expect(may(aCaller(role), 'submission.read', { partnershipId: here })).toBe(false);
  });

  it.each(organisationRoles)('%s: the templates of the partnership', (role) => {
    expect(may(aCaller(role), 'template.read', { partnershipId: here })).toBe(true);
    expect(may(aCaller(role), 'template.read', { partnershipId: elsewhere })).toBe(false);
  });

  it('a trust-lead: each school of the trust', () => {
    const caller: Caller = { ...aCaller('viewer'), memberships: [ours, theirs].map((organisationId) => ({ partnershipId: here, organisationId, role: 'trust-lead' })) };
    expect(may(caller, 'submission.read', { partnershipId: here, organisationId: ours })).toBe(true);
    expect(may(caller, 'submission.read', { partnershipId: here, organisationId: theirs })).toBe(true);
    expect(may(caller, 'submission.read', { partnershipId: here, organisationId: 'a-third' })).toBe(false);
  });

  it('a role in another partnership counts for nothing here', () => {
    const caller = { ...aCaller('business-unit'), partnershipId: elsewhere };
    expect(may(caller, 'round.manage')).toBe(false);
    expect(may(caller, 'round.manage', { partnershipId: here })).toBe(false);
  });

  it('roles of two organisations are not mixed: one may answer where one contributes, not where one views', () => {
    const caller: Caller = { ...aCaller('contributor'), memberships: [
      { partnershipId: here, organisationId: ours, role: 'contributor' }, { partnershipId: here, organisationId: theirs, role: 'viewer' },
    ] };
    expect(may(caller, 'submission.answer', { partnershipId: here, organisationId: theirs })).toBe(false);
    expect(may(caller, 'submission.read', { partnershipId: here, organisationId: theirs })).toBe(true);
  });

  it('a membership that is neither one nor the other gives nothing', () => {
    expect(may(aCaller('business-unit', ours), 'round.manage')).toBe(false);
    expect(may(aCaller('lead', null), 'submission.read')).toBe(false);
  });

  it('a guest: what was given to them of one organisation, and nothing else at all', () => {
    const guest = { partnershipId: here, organisationId: ours, submissionId: 's', questionIds: ['q'] };
    // whatever else might come to stand beside it
    for (const memberships of [[], aCaller('business-unit').memberships]) {
      const caller: Caller = { personId: 'link', partnershipId: here, memberships, guest };
      expect(actions.filter((action) => may(caller, action))).toEqual(['guest.answer']);
      expect(may(caller, 'guest.answer', { partnershipId: here, organisationId: ours })).toBe(true);
      expect(may(caller, 'guest.answer', { partnershipId: here, organisationId: theirs })).toBe(false);
      expect(may(caller, 'guest.answer', { partnershipId: elsewhere, organisationId: ours })).toBe(false);
      expect(may(caller, 'guest.answer', { partnershipId: here })).toBe(false);
    }
  });

  it('without any membership there is one\'s own session', () => {
    const caller: Caller = { personId: 'p', partnershipId: here, memberships: [] };
    expect(actions.filter((action) => may(caller, action))).toEqual(['session.own']);
  });
});
