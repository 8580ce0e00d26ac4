import { describe, expect, it } from '@jest/globals';
import { conditionInWords, readCondition } from '@attest/domain/authoring';
import { plainest, type Condition } from '@attest/domain/questionnaire';
import { aTemplateWith, is, one, two } from '../../../../domain/src/authoring/scenes';
import { conditionOf, emptyTest, groupOf } from './condition-rows';

const conditions: readonly Condition[] = [
  is(one, 'y'),
  { not: is(one, 'y') },
  { all: [is(one, 'y'), { not: is(two, 'n', 'p') }] },
  { any: [is(one, 'y'), { all: [is(one, 'n'), is(two, 'p')] }] },
  { not: { any: [is(one, 'y'), is(two, 'p')] } },
];

describe.each(conditions.map((condition) => [conditionInWords(aTemplateWith(), condition), condition] as const))('%s', (sentence, condition) => {
  it('is the same after it was put together from its parts', () => expect(conditionOf(groupOf(condition))).toEqual(plainest(condition)));
  it('is the same after it was read from its words', () => expect(readCondition(aTemplateWith(), sentence)).toEqual({ condition: plainest(condition) }));
});

describe('while it is put together', () => {
  it('asks for nothing when it has no parts', () => expect(conditionOf(groupOf(undefined))).toBeUndefined());
  it('is not complete without a question', () => expect(conditionOf({ ...groupOf(undefined), parts: [emptyTest] })).toBeNull());
  it('is not complete without an answer, however deep', () =>
    expect(conditionOf({ ...groupOf(undefined), parts: [{ kind: 'group', join: 'any', not: false, parts: [{ ...emptyTest, question: one }] }] })).toBeNull());
});
