import { describe, expect, it } from '@jest/globals';
import { deedKinds, deeds, inWords, routesOfKind, type Told } from './index';

const told = (changes: Partial<Told>): Told => ({ route: '', action: '', outcome: 'done', organisation: null, thing: null, ...changes });

describe('the trail in words', () => {
  it.each<[string, Partial<Told>]>([
    ['submitted the return of Oakfield Primary School', { route: 'POST /submissions/:id/submit', organisation: 'Oakfield Primary School' }],
    ['opened the round Section 175 2026-27', { route: 'POST /rounds/:id/open', thing: 'Section 175 2026-27' }],
    ['downloaded the round Section 175 2026-27 as CSV', { route: 'GET /rounds/:id/export.csv', thing: 'Section 175 2026-27' }],
    ['downloaded the round as CSV', { route: 'GET /rounds/:id/export.csv' }],
    ['read the return of an organisation', { route: 'GET /submissions/:id' }],
    ['tried to sign in: the password or the code was wrong', { route: 'POST /session', outcome: 'wrong-credentials' }],
    ['tried to close the round: their role does not include it', { route: 'POST /rounds/:id/close', outcome: 'not-allowed' }],
    ['tried to close the round: round-not-open', { route: 'POST /rounds/:id/close', outcome: 'round-not-open' }],
    ['did “job.done”', { action: 'job.done' }],
    ['tried to do “POST /unheard-of”: it is not there, or not theirs to see', { route: 'POST /unheard-of', outcome: 'not-found' }],
  ])('%s', (sentence, of) => expect(inWords(told(of))).toBe(sentence));

  it('has no kind without a deed, and no deed without a kind', () => {
    expect(deedKinds.flatMap(routesOfKind).sort()).toEqual(Object.keys(deeds).sort());
    for (const kind of deedKinds) expect([kind, routesOfKind(kind).length > 0]).toEqual([kind, true]);
  });
});
