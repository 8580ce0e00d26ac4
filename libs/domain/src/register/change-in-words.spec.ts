import { describe, expect, it } from '@jest/globals';
import { changeInWords, registerChanges, registeredFrom, type Establishment } from './index';

const school: Establishment = {
  urn: '990003', name: 'Invented School', laCode: '807', laName: 'Redcar and Cleveland', establishmentNumber: '4900', type: 'Foundation school',
  typeGroup: 'Local authority maintained schools', status: 'open', phase: 'secondary', features: ['maintained'], openedOn: null, closedOn: null,
  lowAge: 11, highAge: 18, pupils: 900, capacity: 1000, trust: null, federation: null, postcode: 'ZZ2 2ZZ', telephone: null, website: null, head: null,
  openedBecause: null, closedBecause: null,
};
const academy: Establishment = {
  ...school, urn: '990002', name: 'Invented Academy', type: 'Academy converter', features: ['academy'], openedOn: '2025-09-01', openedBecause: 'Academy Converter',
};

const sentences = (held: readonly Establishment[], found: readonly Establishment[]) =>
  registerChanges(held.map((one) => registeredFrom(one, { id: one.urn, predecessorUrn: null })), found, ['807'], '2025-10-01').changes.map(changeInWords);

describe('a change of the register, in words', () => {
  it.each<[string, Establishment[], Establishment[], string[]]>([
    ['a newcomer', [], [{ ...academy, openedOn: null }], ['Joins the register: Academy converter, phase Secondary.']],
    ['a newcomer with a date', [], [academy], ['Joins the register: Academy converter, phase Secondary, open since 1 September 2025.']],
    ['a closure', [school], [{ ...school, status: 'closed', closedOn: '2025-08-31' }], ['Closed on 31 August 2025: it is no longer asked.']],
    ['a closure without a date', [school], [{ ...school, status: 'closed' }], ['Closed, on a day the register does not give: it is no longer asked.']],
    ['a conversion', [school], [{ ...school, status: 'closed', closedOn: '2025-08-31' }, academy],
      ['Invented School (URN 990003) becomes Invented Academy (URN 990002) from 1 September 2025; its history follows.']],
    ['another name', [school], [{ ...school, name: 'Other School' }], ['Invented School is now called Other School.']],
    ['a school that opens again', [{ ...school, status: 'closed', closedOn: '2024-08-31' }], [school], ['Open again: it is asked from now on.']],
    ['another phase', [school], [{ ...school, phase: 'all-through' }], ['Phase from Secondary to All-through.']],
    ['numbers', [school], [{ ...school, pupils: 910, capacity: null }], ['Pupils from 900 to 910 and capacity from 1000 to not given.']],
    ['a head and a trust', [school],
      [{ ...school, head: { title: 'Mrs', firstName: 'Test', lastName: 'Sample', jobTitle: 'Headteacher' }, trust: { code: '99001', name: 'A TRUST' } }],
      ['Trust from not given to A TRUST (99001) and head from not given to Mrs Test Sample (Headteacher).']],
    ['features, dates and status', [school], [{ ...school, features: [], openedOn: '1999-09-01', status: 'proposed-to-close' }],
      ['Status from open to open, but proposed to close, features from maintained to none and opening date from not given to 1 September 1999.']],
  ])('says %s', (_, held, found, words) => {
    expect(sentences(held, found)).toEqual(words);
  });
});
