import { describe, expect, it } from '@jest/globals';
import { permissions, type Action, type Role } from '@attest/domain/access';
import type { Session } from '@attest/shared/web';
import { entriesFor, isAt } from './navigation';

const holding = (role: Role, organisations: readonly string[] = []) => ({
  can: (action: Action) => permissions[role].includes(action),
  organisations: () => organisations,
}) as unknown as Session;
const words = (session: Session) => entriesFor(session).map(({ label, parts }) => (parts.length > 0 ? `${label} (${parts.map((part) => part.label).join(', ')})` : label));

describe('the menu', () => {
  it.each<[Role, readonly string[], readonly string[]]>([
    ['business-unit', [], ['Home', 'Rounds', 'Templates', 'Organisations (People)', 'Review (Compare, Trends, Findings, Actions)', 'Exports', 'Settings']],
    ['qp-member', [], ['Home', 'Findings', 'Compare', 'Trends', 'Exports', 'Actions']],
    ['executive', [], ['Home', 'Findings', 'Compare', 'Trends']],
    ['lead', ['Oakfield'], ['Home', 'My returns', 'Evidence', 'Actions', 'People', 'Trail']],
  ])('of somebody who is %s', (role, organisations, entries) => expect(words(holding(role, organisations))).toEqual(entries));

  it('knows where one is', () => {
    const [home, , , organisations] = entriesFor(holding('business-unit'));
    expect([isAt(home!, '/'), isAt(home!, '/rounds'), isAt(organisations!, '/organisations/1'), isAt(organisations!, '/organisations-of-old')]).toEqual([true, false, true, false]);
  });
});
