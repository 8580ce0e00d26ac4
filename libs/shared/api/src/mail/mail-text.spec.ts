import { describe, expect, it } from '@jest/globals';
import { mailText, named, say } from './mail-text';
import { masked, maskedIn } from './masked';

describe('the words of a message', () => {
  const from = named('Attest');
  const because = say`You asked for it.`;

  it('greets by name where it is known, and says what to do who did not expect it', () => {
    expect(mailText({ greets: null, says: [say`It is ${new Date('2026-12-11')}.`], from, because })).toBe(
      'Hello,\n\nIt is 11 December 2026.\n\nAttest\n\nYou asked for it.\n\nIf you did not expect this message, you can delete it: nothing changes.\n');
  });

  it('wraps lines at 72 characters and never a link', () => {
    const to = new URL(`https://attest.example.org/invitations/${'a'.repeat(80)}`);
    const lines = mailText({ greets: null, says: [say`${named('word '.repeat(23))} and ${3} more.`], link: { says: say`Here:`, to }, from, because }).split('\n');
    expect(lines).toContain(to.href);
    for (const line of lines.filter((one) => one !== to.href)) expect(line.length).toBeLessThanOrEqual(72);
  });

  it.each([
    ['a name over several lines', 'St Mary’s\r\nBcc: everybody@example.org', 'St Mary’s Bcc: everybody@example.org'],
    ['a name with a link', 'Win https://evil.example/now today', 'Win … today'],
    ['a name with a link that Notify would draw', '[Click](https://evil.example)', '…'],
    ['an ordinary name', 'St Mary’s (Voluntary Aided) School', 'St Mary’s (Voluntary Aided) School'],
  ])('keeps %s harmless', (_, typed, shown) => expect(named(typed)).toBe(shown));

  it('keeps a name short', () => expect(named('x'.repeat(500))).toHaveLength(120));
});

describe('an address in a log', () => {
  it('keeps its first letter and its domain', () => expect([masked('priya@example.org'), masked('"a b"@example.org')]).toEqual(['p…@example.org', '"…@example.org']));

  it('is masked wherever it stands in what a mail server says', () =>
    expect(maskedIn('550 5.1.1 <jamila.ahmed@oakfield.example>: unknown, try head@oakfield.example')).toBe('550 5.1.1 <j…@oakfield.example>: unknown, try h…@oakfield.example'));
});
