import { expect, it } from '@jest/globals';
import { appliesInWords, waysFor } from './applies-words';

const ways = waysFor('school', ['Academy converter'], [{ key: '806', label: 'Middlesbrough' }]);

it('says that everybody is asked', () => expect(appliesInWords('agency', undefined, waysFor('agency', [], []))).toBe('Asked of all agencies'));
it('says every limit there is', () =>
  expect(appliesInWords('school', { phases: ['nursery', 'primary'], features: ['boarding'], withoutFeatures: ['academy'], types: ['Academy converter'], areas: ['806'] }, ways))
    .toBe('Asked only of schools of Nursery or Primary, with Boarding, without Academy, registered as Academy converter, in Middlesbrough'));
it('says an area nobody knows by its code', () => expect(appliesInWords('school', { areas: ['999'] }, ways)).toBe('Asked only of schools in 999'));
