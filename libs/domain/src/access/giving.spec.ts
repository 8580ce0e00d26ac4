import { describe, expect, it } from '@jest/globals';
import { blockersToEnd, mayGive, mayHandOver, organisationRoles, partnershipRoles, roleMeanings, roleWords, roles, type Caller, type Role } from './index';

const [here, elsewhere, ours, theirs] = ['south-tees', 'county-durham', 'our-school', 'their-school'];

/** One row a role to give, one column the role of whoever gives it, in the order of `roles`. */
const table: Readonly<Record<Role, string>> = {
  //                unit  qp   exec scrut lead contr appr view trust
  'business-unit': ' yes  no   no   no    no   no    no   no   no',
  'qp-member':     ' yes  no   no   no    no   no    no   no   no',
  'executive':     ' yes  no   no   no    no   no    no   no   no',
  'scrutineer':    ' yes  no   no   no    no   no    no   no   no',
  'lead':          ' yes  no   no   no    no   no    no   no   no',
  'contributor':   ' yes  no   no   no    yes  no    no   no   no',
  'approver':      ' yes  no   no   no    yes  no    no   no   no',
  'viewer':        ' yes  no   no   no    yes  no    no   no   no',
  'trust-lead':    ' yes  no   no   no    no   no    no   no   no',
};
const inPartnership = (role: Role) => partnershipRoles.some((known) => known === role);
const aCaller = (role: Role): Caller =>
  ({ personId: 'p', partnershipId: here, memberships: [{ partnershipId: here, organisationId: inPartnership(role) ? null : ours, role }] });
/** Where a role is given: in our school, or for the partnership. */
const place = (role: Role) => (inPartnership(role) || role === 'trust-lead' ? { partnershipId: here } : { partnershipId: here, organisationId: ours });
const cases = roles.flatMap((given) => roles.map((giver, index): [Role, Role, boolean] => [giver, given, table[given].trim().split(/\s+/)[index] === 'yes']));

describe('who gives which role', () => {
  it('is said of every pair', () => expect(cases).toHaveLength(81));

  it.each(cases)('%s gives %s: %s', (giver, given, allowed) => expect(mayGive(aCaller(giver), given, place(given))).toBe(allowed));

  it('a lead gives nothing in another school or partnership', () => {
    for (const role of organisationRoles) {
      expect(mayGive(aCaller('lead'), role, { partnershipId: here, organisationId: theirs })).toBe(false);
      expect(mayGive(aCaller('lead'), role, { partnershipId: elsewhere, organisationId: ours })).toBe(false);
      expect(mayGive(aCaller('business-unit'), role, { partnershipId: elsewhere, organisationId: ours })).toBe(false);
    }
  });

  it('nobody gives a role of the partnership in an organisation, or the other way about', () => {
    for (const role of partnershipRoles) expect(mayGive(aCaller('business-unit'), role, { partnershipId: here, organisationId: ours })).toBe(false);
    for (const role of organisationRoles) expect(mayGive(aCaller('business-unit'), role, { partnershipId: here })).toBe(role === 'trust-lead');
  });
});

describe('who hands over', () => {
  it.each(roles)('%s', (role) => {
    expect(mayHandOver(aCaller(role), { partnershipId: here, organisationId: ours })).toBe(role === 'lead');
    expect(mayHandOver(aCaller(role), { partnershipId: here, organisationId: theirs })).toBe(false);
  });
});

describe('what keeps a membership from ending', () => {
  const alone = { others: 0, leadInvited: false, byBusinessUnit: false };
  const held = (role: Role) => ({ role, takesPart: true });

  it('is being the last lead, or the last of the business unit, and nothing else', () => {
    const blocked = roles.filter((role) => blockersToEnd(held(role), alone).length > 0);
    expect(blocked).toEqual(['business-unit', 'lead']);
    expect(roles.flatMap((role) => blockersToEnd(held(role), { ...alone, others: 1 }))).toEqual([]);
  });

  it('goes away for a lead when the next one is invited and the business unit decides', () => {
    expect(blockersToEnd(held('lead'), { ...alone, leadInvited: true })).toEqual(['last-lead']);
    expect(blockersToEnd(held('lead'), { ...alone, byBusinessUnit: true })).toEqual(['last-lead']);
    expect(blockersToEnd(held('lead'), { ...alone, leadInvited: true, byBusinessUnit: true })).toEqual([]);
    expect(blockersToEnd(held('business-unit'), { ...alone, leadInvited: true, byBusinessUnit: true })).toEqual(['last-business-unit']);
  });

  it('is nothing in an organisation that takes part no longer', () => expect(blockersToEnd({ role: 'lead', takesPart: false }, alone)).toEqual([]));
});

it('every role has a word and a meaning', () => {
  for (const role of roles) expect([roleWords[role].length > 3, roleMeanings[role].endsWith('.')]).toEqual([true, true]);
});
