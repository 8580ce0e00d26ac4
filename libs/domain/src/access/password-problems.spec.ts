import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { passwordProblems, writtenOneWay } from './index';

const list = new Set(['password', 'letmein', 'football', 'sunshine', 'momsanaladventure1', 'liverpool']);
const context = { own: ['Priya Shah', 'priya.shah@riverside-primary.example'], common: (word: string) => list.has(word), known: ['keep-children-safer'] };

describe('a password that may be chosen', () => {
  it.each([
    'three quiet herons by the weir', 'correcthorsebatterystaple', 'Vier ruhige Reiher am Wehr', 'τρεις ήσυχοι ερωδιοί', 'zH8#kq!0vTz,2mRw',
    'my football is under the sofa', 'fifteen letters', '鷺が三羽、静かに堰のそばに立っている', 'three quiet herons by the weir wait for an otter that never comes because it went to town on the bus to buy a hat for its aunty',
  ])('%s', (password) => expect(passwordProblems(password, context)).toEqual([]));
});

describe('a password that may not', () => {
  it.each([
    ['is short', 'three herons', /^Use 15 characters or more\. Four words/],
    ['is short, though it has many code units', '🦆'.repeat(8), /^Use 15 characters or more/],
    ['is long', 'three quiet herons '.repeat(7), /^Use 128 characters or fewer/],
    ['stands in the demonstration', 'Keep-Children-Safer', /read this password in the demonstration/],
    ['is one letter', 'aaaaaaaaaaaaaaaa', /repeats itself/],
    ['is a piece again and again', 'herons!herons!herons!', /repeats itself/],
    ['is a piece again and again, and half of it', 'heronweirheronweirhero', /repeats itself/],
    ['is the alphabet', 'abcdefghijklmnopq', /follows the alphabet/],
    ['is the digits, twice round', '12345678901234567', /repeats itself|follows the alphabet/],
    ['is the keyboard', 'qwertyuiopasdfghjkl', /follows the alphabet/],
    ['is the keyboard from the right', 'poiuytrewqlkjhgfdsa', /follows the alphabet/],
    ['is down the keyboard', '1qaz2wsx3edc4rfv', /follows the alphabet/],
    ['is used by many', 'momsanaladventure1', /among the first/],
    ['is used by many, with digits behind', 'Sunshine20262027!', /among the first/],
    ['is two of those', 'letmeinfootball', /among the first/],
    ['is two of those, apart, and a year', 'Letmein football 2026', /among the first/],
    ['is two of those with signs for letters', 'p4$$w0rdL1v3rp00l', /among the first/],
    ['is the person', 'Priya Shah Priya 7', /your name, your address/],
    ['is the address', 'riverside-primary-1', /your name, your address/],
    ['is the service', 'attest safeguarding 26', /your name, your address/],
  ])('%s', (_, password, problem) => expect(passwordProblems(password, context)).toEqual([expect.stringMatching(problem)]));

  it('says one thing at a time, in a sentence', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (password) => {
      const problems = passwordProblems(password, context);
      expect(problems.length).toBeLessThanOrEqual(1);
      for (const problem of problems) expect(problem).toMatch(/\.$/);
    }));
  });

  it('is the same however its letters were typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 10, maxLength: 40 }), (password) => {
      expect(passwordProblems(password.normalize('NFD'), context)).toEqual(passwordProblems(password.normalize('NFC'), context));
      expect(writtenOneWay(writtenOneWay(password))).toBe(writtenOneWay(password));
    }));
  });
});
