import { describe, expect, it } from '@jest/globals';
import { partnershipRoles, roles, type Caller, type Role } from '../access';
import { audiences, highestAudience, isProtected, mayChoose, maySee, parts, type Audience, type Part } from './index';

const table: Readonly<Record<Part, string>> = {
  //               qp   exec resp public
  'figures':       'yes  yes  yes  yes',
  'small-numbers': 'yes  yes  no   no',
  'names':         'yes  yes  no   no',
  'words':         'yes  no   no   no',
  'evidence':      'yes  no   no   no',
  'findings':      'yes  yes  no   no',
  'own':           'no   no   yes  no',
};
const cases = parts.flatMap((part) => table[part].split(/\s+/).map((said, at): [Audience, Part, boolean] => [audiences[at]!, part, said === 'yes']));

const aCaller = (role: Role): Caller =>
  ({ personId: 'p', partnershipId: 'here', memberships: [{ partnershipId: 'here', organisationId: partnershipRoles.some((one) => one === role) ? null : 'ours', role }] });

const nearest: Readonly<Record<Role, Audience>> = {
  'business-unit': 'qp', 'qp-member': 'qp', 'executive': 'executive', 'scrutineer': 'qp',
  'lead': 'respondents', 'contributor': 'respondents', 'approver': 'respondents', 'viewer': 'respondents', 'trust-lead': 'respondents',
};

describe('what an audience may see', () => {
  it('is in the table', () => expect(cases).toHaveLength(audiences.length * parts.length));
  it.each(cases)('%s, %s: %s', (audience, part, allowed) => expect(maySee(audience, part)).toBe(allowed));

  it.each([['qp', false], ['executive', false], ['respondents', true], ['public', true]] as const)('%s is protected: %s', (audience, so) => {
    expect(isProtected(audience)).toBe(so);
  });
});

describe('whose audience one is', () => {
  it.each(roles.map((role) => [role, nearest[role]] as const))('%s: %s, and those further away', (role, audience) => {
    expect(highestAudience(aCaller(role))).toBe(audience);
    expect(audiences.filter((one) => mayChoose(aCaller(role), one))).toEqual(audiences.slice(audiences.indexOf(audience)));
  });

  it('a role in another partnership counts for nothing here', () => {
    expect(highestAudience({ ...aCaller('business-unit'), partnershipId: 'elsewhere' })).toBe('public');
  });
});
