import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isNhsNumber, isUpn, signsInWords, signsOfAChild } from './child-signs';

const kinds = (text: string) => signsOfAChild(text).map(({ kind }) => kind);
const digits = (count: number) => fc.array(fc.nat(9), { minLength: count, maxLength: count });
const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** The check digit, worked out the other way round: the one digit that makes the whole sum a multiple of 11. */
const nhsNumbers = digits(9).map((nine) => {
  const last = [...Array(10).keys()].find((digit) => (nine.reduce((sum, one, at) => sum + one * (10 - at), 0) + digit) % 11 === 0);
  return last === undefined ? null : [...nine, last].join('');
}).filter((number): number is string => number !== null && new Set(number).size > 1);
const upns = fc.tuple(digits(11), fc.oneof(fc.nat(9).map(String), fc.constantFrom(...UPN_LETTERS))).map(([eleven, last]) => {
  const rest = [...eleven.map(String), last];
  const sum = rest.reduce((total, one, at) => total + (at + 2) * (/\d/.test(one) ? Number(one) : UPN_LETTERS.indexOf(one)), 0);
  return UPN_LETTERS[sum % 23] + rest.join('');
});

describe('signs by which a child might be known', () => {
  it('finds every NHS number, however it is written', () => {
    fc.assert(fc.property(nhsNumbers, fc.constantFrom('', ' ', '-'), (number, gap) => {
      const written = [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(gap);
      expect(signsOfAChild(`We spoke to ${written}, who was well.`)).toEqual([{ kind: 'nhs-number', text: written }]);
    }));
  });

  it('takes about one in eleven of any ten digits for one, and none of other lengths', () => {
    let found = 0;
    fc.assert(fc.property(digits(10), (ten) => { if (isNhsNumber(ten.join(''))) found += 1; }), { numRuns: 2_000, seed: 9 });
    expect([found > 100, found < 280]).toEqual([true, true]);
    fc.assert(fc.property(fc.nat(20).filter((count) => count !== 10).chain(digits), (some) => expect(kinds(some.join(''))).not.toContain('nhs-number')));
  });

  it('finds every unique pupil number, and next to none with a letter that was changed', () => {
    fc.assert(fc.property(upns, (upn) => expect(kinds(`UPN ${upn.toLowerCase()}.`)).toContain('upn')));
    fc.assert(fc.property(upns, fc.constantFrom(...UPN_LETTERS), (upn, letter) => expect(isUpn(letter + upn.slice(1))).toBe(letter === upn[0])));
  });

  it.each([
    ['943 476 5919', ['nhs-number']], ['DOB 3/4/2012', ['date-of-birth']], ['D.O.B.: 3 April', ['date-of-birth']], ['her date of birth', ['date-of-birth']], ['He was born on 3 April 2012', ['date-of-birth']],
    ['EHCP Jack Brown.docx', ['named-child']], ['Referral_for_Amina_Khan.pdf', ['named-child']], ['Chronology - Mary O’Neill.pdf', ['named-child']], ['pupil: Tom B. Jones', ['named-child']],
  ])('%s', (text, expected) => expect(kinds(text)).toEqual(expected));

  it.each([
    'Child Protection Policy 2026.pdf', 'Child Sexual Exploitation Training.pptx', 'Pupil Voice Survey.xlsx', 'Referral Form Template.docx', 'Call 0114 496 0000 or 01642 496 000', 'Trained on 14/10/2026 and 15/10/2026',
    'New leaders were born of this', 'Our reference 20261122', 'Looked After Child Review Meeting', 'Concern Log Spring Term', 'EHCP Annual Review', 'URN 123456, 48 of 50 staff', '1234567890123',
  ])('says nothing of %s', (text) => expect(signsOfAChild(text)).toEqual([]));

  it('throws at nothing', () => { fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { signsInWords(signsOfAChild(text)); })); });

  it('says in words what it found', () => {
    expect(signsInWords(signsOfAChild('DOB, 943 476 5919'))).toBe('an NHS number and a date of birth (943 476 5919, DOB)');
    expect(signsInWords([])).toBe('');
  });
});
