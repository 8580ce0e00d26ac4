import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { questionsOf, type Lineage, type LineageKind, type Question, type Template } from '../questionnaire';
import { aQuestion, aSection, aTemplate, oneToFour, rag } from '../questionnaire/builders';
import { editions } from '../lineage/arbitraries';
import { comparability } from '../lineage';
import { historyOf, inAll, inBoth, questionBack, standardBack, threadBack } from './index';

const comes = (kind: LineageKind, ...from: string[]): Lineage => ({ kind, from });
const asked = (key: string, lineage?: Lineage, changes: Partial<Question> = {}) => aQuestion('1.1', { key, lineage, ...changes });
const edition = (questions: readonly Question[], changes: Partial<Template> = {}) => aTemplate([aSection('1', questions)], { scales: [rag, oneToFour], ...changes });
const before = edition(['a', 'b', 'c', 'd'].map((key) => asked(key)));
const onFour = { ...before.scoring, resultScale: 'one-to-four' };

describe('a question of one round and of the round before', () => {
  it.each<[string, Question, unknown]>([
    ['the same', asked('a'), { key: 'a', step: { joined: 'whole', reasons: [], questions: 1, comparable: 1 } }],
    ['the same under another key', asked('x', comes('same', 'a')), { key: 'a', step: { joined: 'whole', reasons: [] } }],
    ['reworded', asked('a', comes('reworded', 'a')), { key: 'a', step: { joined: 'with-break', reasons: ['reworded'], comparable: 1 } }],
    ['on another scale', asked('a', comes('same', 'a'), { scale: 'one-to-four' }), { key: 'a', step: { joined: 'apart', reasons: ['scale'], comparable: 0 } }],
    ['of another kind', asked('a', comes('same', 'a'), { type: 'text', scale: undefined }), { key: 'a', step: { joined: 'apart', reasons: ['kind'] } }],
    ['split', asked('a1', comes('split', 'a')), { key: null, step: { joined: 'apart', reasons: ['split'] } }],
    ['merged', asked('ab', comes('merged', 'a', 'b')), { key: null, step: { joined: 'apart', reasons: ['merged'] } }],
    ['new', asked('e', comes('new')), { key: null, step: null }],
  ])('%s', (_, now, found) => expect(questionBack([edition([now]), before], now.key)).toMatchObject(found as object));
});

describe('a standard of one round and of the round before', () => {
  const held = (questions: readonly Question[], changes: Partial<Template> = {}) => standardBack([edition(questions, changes), before], 's-1').step;
  const same = before.sections[0]!.questions;

  it.each<[string, ReturnType<typeof held>, unknown]>([
    ['the same questions', held(same), { joined: 'whole', reasons: [], questions: 4, comparable: 4 }],
    ['one reworded', held([...same.slice(1), asked('a', comes('reworded', 'a'))]), { joined: 'with-break', reasons: ['reworded'], questions: 4, comparable: 4 }],
    ['one more', held([...same, asked('e', comes('new'))]), { joined: 'with-break', reasons: ['added'], questions: 5, comparable: 4 }],
    ['one less', held(same.slice(1)), { joined: 'with-break', reasons: ['retired'], questions: 3, comparable: 3 }],
    ['exactly half', held([...same.slice(2), asked('e', comes('new')), asked('f', comes('new'))]), { joined: 'with-break', reasons: ['added', 'retired'], comparable: 2 }],
    ['less than half', held([asked('a'), ...['e', 'f'].map((key) => asked(key, comes('new')))]), { joined: 'apart', reasons: ['added', 'retired', 'few'], comparable: 1 }],
    ['results on another scale', held(same, { scoring: onFour }), { joined: 'apart', reasons: ['scale'], comparable: 4 }],
  ])('%s', (_, step, found) => expect(step).toEqual(expect.objectContaining(found as object)));

  it('is followed through its questions to where they stood, whatever that was called', () => {
    const old = aTemplate([aSection('1', [asked('a'), asked('b')], { key: 'leadership' }), aSection('2', [asked('c')], { key: 'training' })]);
    const renamed = aTemplate([aSection('1', [asked('a'), asked('b'), asked('c')], { key: 'accountability' })]);
    expect(standardBack([renamed, old], 'accountability')).toMatchObject({ key: 'leadership', step: { joined: 'whole' } });
    const evenly = aTemplate([aSection('1', [asked('a'), asked('c')], { key: 'training' })]);
    expect(standardBack([evenly, old], 'training').key).toBe('training');
    expect(standardBack([aTemplate([aSection('1', [asked('z', comes('new'))])]), old], 's-1')).toEqual({ key: null, step: null });
  });

  it('joins nothing that lineage does not call comparable, in whatever way an edition changed', () => {
    fc.assert(fc.property(editions, ([old, now]) => {
      const rated = questionsOf(now).filter(({ type }) => type === 'level');
      const joined = rated.filter(({ key }) => { const { step } = questionBack([now, old], key); return step !== null && step.joined !== 'apart'; });
      expect({ questions: rated.length, comparable: joined.length }).toEqual(comparability([now, old]));
      for (const { key } of now.sections) {
        const { step } = standardBack([now, old], key);
        if (step?.joined === 'whole') expect([step.reasons, step.comparable]).toEqual([[], step.questions]);
        if (step && step.joined !== 'apart') expect(step.comparable * 2).toBeGreaterThanOrEqual(step.questions);
      }
    }), { numRuns: 150 });
  });
});

describe('a thread through several rounds', () => {
  const now = edition([asked('a2', comes('reworded', 'a'))]);

  it('has a place for each, the newest first', () => {
    expect(threadBack([[now, before], [before]], 'a2', questionBack).map(({ key, step }) => [key, step?.joined ?? null])).toEqual([['a2', 'with-break'], ['a', 'whole'], ['a', null]]);
  });

  it('ends where editions do not follow one another, and says so', () => {
    const [first, ...rest] = threadBack([null, [before]], 'a2', questionBack);
    expect(first!.step).toMatchObject({ joined: 'apart', reasons: ['unconnected'] });
    expect(rest).toEqual([{ key: null, step: null }, { key: null, step: null }]);
  });
});

describe('the same organisations', () => {
  const predecessors = new Map([['academy', 'school'], ['school', 'older'], ['loop', 'pool'], ['pool', 'loop']]);

  it('are followed to what they were, and never round in circles', () => {
    expect(historyOf('academy', predecessors)).toEqual(['academy', 'school', 'older']);
    expect(historyOf('loop', predecessors)).toEqual(['loop', 'pool']);
    expect(inBoth(['academy', 'new', 'oak'], new Set(['older', 'oak']), predecessors)).toEqual(['academy', 'oak']);
  });

  it('are in every round, each under the name it had there', () => {
    const rounds = [new Set(['academy', 'oak', 'new']), new Set(['school', 'oak', 'gone'])];
    expect(inAll(rounds, predecessors).map((round) => [...round])).toEqual([['academy', 'oak'], ['school', 'oak']]);
    expect(inAll([], predecessors)).toEqual([]);
  });
});
