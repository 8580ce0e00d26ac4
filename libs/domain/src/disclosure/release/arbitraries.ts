import fc from 'fast-check';
import type { Closed } from './release';
import type { Category, Subject, TakingPart } from './taking-part';

const level = (key: string, meets: boolean): Category => ({ key, word: key, letter: key[0]!.toUpperCase(), colour: key, meets });
const categories: readonly Category[] = [level('green', true), level('amber', false), level('red', false), { ...level('not-applicable', false), meets: null }];

export const subjectOf = (key: string): Subject => ({ kind: 'standard', key, standard: key, ref: key, title: key, categories });

/** Most say the best, as they do: so that the numbers that matter are small. */
const said = fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) });
const place = (keys: readonly string[]) => fc.oneof({ weight: 3, arbitrary: fc.constant(keys[0]!) }, { weight: 2, arbitrary: fc.constantFrom(...keys) });

export function takingPartOf(subjects: number, most: number, groups: readonly string[], areas: readonly string[]): fc.Arbitrary<TakingPart[]> {
  const one = fc.record({ group: place(groups), area: place(areas), said: fc.array(said, { minLength: subjects, maxLength: subjects }) });
  return fc.array(one, { minLength: 6, maxLength: most }).map((all) => all.map((who, at) => ({ ...who, organisationId: `o${at}` })));
}

export const rounds: fc.Arbitrary<Closed> = fc.record({
  minimum: fc.constantFrom(5, 5, 7, 10), missing: fc.nat(9),
  takingPart: fc.oneof(takingPartOf(2, 24, ['p', 's'], ['m', 'r']), takingPartOf(2, 70, ['p', 's', 'x', 'y'], ['m', 'r', 't'])),
}).filter(({ takingPart, minimum }) => takingPart.length > minimum).map(({ minimum, missing, takingPart }) => ({
  minimum, takingPart, asked: takingPart.length + missing, subjects: [subjectOf('1'), subjectOf('2')], labelOf: { group: (key) => key, area: (key) => key },
}));
