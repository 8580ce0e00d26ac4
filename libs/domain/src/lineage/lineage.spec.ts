import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answerProblems, questionsOf } from '../questionnaire';
import type { Lineage, LineageKind, Question, Template } from '../questionnaire';
import { answersTo } from '../questionnaire/arbitraries';
import { aQuestion, aSchool, aSection, aTemplate, notApplicable, oneToFour, rag, rated } from '../questionnaire/builders';
import { rate } from '../scoring';
import { editions } from './arbitraries';
import { ancestorsIn, carriedAnswer, carryOver, carryReturn, changesBetween, comparability, further, heirsIn, lineageProblems, proposeLineage } from './index';

const edition = (...questions: Question[]): Template => aTemplate([aSection('1', questions)], { scales: [rag, oneToFour] });
const asked = (key: string, ref: string, lineage?: Lineage, changes: Partial<Question> = {}) => aQuestion(ref, { key, lineage, ...changes });
const comes = (kind: LineageKind, ...from: string[]): Lineage => ({ kind, from });
const fatesOf = ({ carried }: ReturnType<typeof carryOver>) => carried.map(({ from, to, fate }) => `${from} → ${to}: ${fate}`);

describe('a thread through the years', () => {
  const first = edition(asked('training', '1.1'), asked('policy', '1.2'), asked('online', '1.3'));
  const second = edition(asked('training-new', '1.1', comes('split', 'training')), asked('training-all', '1.2', comes('split', 'training')), asked('policy', '1.3', comes('reworded', 'policy')), asked('online', '1.4'));
  const third = edition(asked('training-new', '1.1', comes('same', 'training-new')), asked('both', '1.2', comes('merged', 'policy', 'online')), asked('ai', '1.3', comes('new')));

  it.each<[string, readonly Template[], string, unknown]>([
    ['the same', [third, second], 'training-new', [{ key: 'training-new', kind: 'same' }]],
    ['the furthest change on the way', [third, second, first], 'training-new', [{ key: 'training', kind: 'split' }]],
    ['several that were merged', [third, second, first], 'both', [{ key: 'policy', kind: 'merged' }, { key: 'online', kind: 'merged' }]],
    ['nothing for what is new', [third, second, first], 'ai', []],
    ['itself in its own edition', [third], 'ai', [{ key: 'ai', kind: 'same' }]],
    ['the same key where nothing is said', [second, first], 'online', [{ key: 'online', kind: 'same' }]],
  ])('finds %s', (_, years, key, found) => expect(ancestorsIn(years, key)).toEqual(found));

  it('is transitive: what comes from what came from something comes from it, by the further change', () => {
    fc.assert(fc.property(editions, editions, ([a, b], [, c]) => {
      // three editions in a row: the third is made from the second
      const last: Template = { ...c, sections: b.sections };
      const years = [{ ...last, edition: 'third' }, b, a];
      for (const { key } of questionsOf(last)) {
        const steps = ancestorsIn(years.slice(0, 2), key).flatMap((middle) =>
          ancestorsIn(years.slice(1), middle.key).map(({ key: old, kind }) => ({ key: old, kind: further(middle.kind, kind) })));
        expect(ancestorsIn(years, key)).toEqual(steps);
      }
    }), { numRuns: 200 });
  });

  it('says which questions stand in the place of which, in printed order, and of what is retired nothing', () => {
    const pairs = (...years: Template[]) => heirsIn(years).map(({ from, to }) => `${from} → ${to}`);
    expect(pairs(second, first)).toEqual(['training → training-new', 'training → training-all', 'policy → policy', 'online → online']);
    expect(pairs(third, second, first)).toEqual(['training → training-new', 'policy → both', 'online → both']);
    expect(pairs()).toEqual([]);
  });

  it('holds only the same question on the same scale against the year before', () => {
    expect(comparability([third, second])).toEqual({ questions: 3, comparable: 1 });
    expect(comparability([third, second, first])).toEqual({ questions: 3, comparable: 0 });
    expect(comparability([second, first])).toEqual({ questions: 4, comparable: 2 });
    const rescaled = edition(asked('policy', '1.1', comes('same', 'policy'), { scale: 'one-to-four' }));
    expect(comparability([rescaled, first])).toEqual({ questions: 1, comparable: 0 });
  });
});

describe('where a question comes from, as proposed', () => {
  const said = (key: string, ref: string, wording: string) => asked(key, ref, undefined, { title: '', wording });
  const before = edition(said('a', '1.1', 'Do all staff read the child protection policy?'), said('b', '1.2', 'Are staff trained in online safety every year?'),
    said('c', '1.3', 'Is there a named governor for safeguarding?'), said('d', '1.4', 'Do you check the filtering system every year?'));

  it.each<[string, Question, Lineage]>([
    ['the same', said('a', '1.1', 'Do all staff read the  child protection policy?'), comes('same', 'a')],
    ['reworded under its key', said('a', '1.1', 'Has every member of staff read it?'), comes('reworded', 'a')],
    ['reworded under another', said('x', '1.1', 'Are all staff trained in online safety each year?'), comes('reworded', 'b')],
    ['merged of two', said('x', '1.1', 'Do all staff read the child protection policy, and is there a named governor for safeguarding?'), comes('merged', 'a', 'c')],
    ['new', said('x', '1.1', 'How do you keep children safe on trips abroad?'), comes('new')],
  ])('%s', (_, question, lineage) => {
    const proposed = proposeLineage(before, edition(question)).lineage.get(question.key)!;
    expect({ ...proposed, from: [...proposed.from].sort() }).toEqual(lineage);
  });

  it('split, where two come from one', () => {
    const after = edition(said('x', '1.1', 'Do you check the filtering system?'), said('y', '1.2', 'Who checks the filtering system every year?'));
    expect([...proposeLineage(before, after).lineage.values()]).toEqual([comes('split', 'd'), comes('split', 'd')]);
  });

  it('names what is asked no more', () => {
    expect(proposeLineage(before, edition(said('a', '1.1', 'Do all staff read the child protection policy?'))).retired).toEqual(['b', 'c', 'd']);
  });

  it('is never unclear', () => {
    fc.assert(fc.property(editions, ([one, other]) => {
      const { lineage, retired } = proposeLineage(one, other);
      const after: Template = {
        ...other, retired: retired.map((key) => ({ key, ref: '', title: '', note: '' })),
        sections: other.sections.map((section) => ({ ...section, questions: section.questions.map((question) => ({ ...question, lineage: lineage.get(question.key)! })) })),
      };
      expect(lineageProblems(one, after)).toEqual([]);
    }), { numRuns: 300 });
  });
});

describe('where a question comes from, as written', () => {
  const before = edition(asked('a', '1.1'), asked('b', '1.2'));
  it.each<[string, readonly Question[], string]>([
    ['from nowhere', [asked('a', '1.1', comes('same', 'z')), asked('b', '1.2')], 'said to come from "z"'],
    ['new under an old key', [asked('a', '1.1', comes('new')), asked('b', '1.2')], 'is called new, and the edition before asked it'],
    ['merged of one', [asked('c', '1.1', comes('merged', 'a')), asked('b', '1.2')], 'name the two or more'],
    ['the same as two', [asked('c', '1.1', comes('same', 'a', 'b'))], 'name the one question'],
    ['split alone', [asked('c', '1.1', comes('split', 'a')), asked('b', '1.2')], 'nothing else comes from the same'],
    ['two from one that are not split', [asked('c', '1.1', comes('reworded', 'a')), asked('d', '1.2', comes('reworded', 'a')), asked('b', '1.3')], 'so it was split'],
    ['a question without a fate', [asked('a', '1.1')], 'Say what became of 1.2'],
  ])('%s is told', (_, questions, detail) => {
    expect(lineageProblems(before, edition(...questions)).map((problem) => problem.detail).join()).toContain(detail);
  });
});

describe('an open return that goes over to another version', () => {
  const before = edition(asked('a', '1.1'), asked('b', '1.2'), asked('c', '1.3', undefined, { type: 'choice', choices: [{ key: 'y', label: 'Yes' }, { key: 'n', label: 'No' }], weight: 0 }));
  const [a, b, c] = questionsOf(before) as [Question, Question, Question];

  it('changes nothing where nothing changed that answers hang on', () => {
    expect(carryOver(before, { ...before, edition: 'next', purpose: 'Said better.' })).toMatchObject({ class: 'none', added: [], setAside: [] });
  });

  it('keeps what is the same, marks what is reworded, sets aside what is split or gone', () => {
    const after = edition({ ...a, lineage: comes('same', 'a') }, { ...b, key: 'b2', lineage: comes('reworded', 'b') }, { ...c, key: 'c1', ref: '1.4', lineage: comes('split', 'c') }, { ...c, key: 'c2', ref: '1.5', lineage: comes('split', 'c') });
    const carrying = carryOver(before, after);
    expect([carrying.class, fatesOf(carrying), carrying.added, carrying.setAside]).toEqual(['compatible', ['a → a: kept', 'b → b2: to-check'], ['c1', 'c2'], ['c']]);
  });

  it('goes over several versions at once', () => {
    const middle = edition({ ...a, lineage: comes('same', 'a') }, { ...b, key: 'b2', lineage: comes('reworded', 'b') }, { ...c, key: 'c1', lineage: comes('split', 'c') }, { ...c, key: 'c2', ref: '1.4', lineage: comes('split', 'c') });
    const after = edition({ ...a, lineage: comes('reworded', 'a') }, { ...b, key: 'b3', lineage: comes('same', 'b2') }, { ...c, key: 'c1', lineage: comes('same', 'c1') }, asked('d', '1.4', comes('new')));
    const carrying = carryOver(before, after, [middle]);
    expect([fatesOf(carrying), carrying.added, carrying.setAside]).toEqual([['a → a: to-check', 'b → b3: to-check'], ['c1', 'd'], ['c']]);
  });

  it('cannot, where results are said on another scale', () => {
    const after: Template = { ...before, scoring: { ...before.scoring, resultScale: 'one-to-four' } };
    expect(carryOver(before, after)).toMatchObject({ class: 'incompatible', incompatible: [{ ref: '', detail: expect.stringContaining('another scale') }] });
  });

  it('says of one return what is kept, to check, set aside and asked for the first time', () => {
    const after = edition({ ...a, lineage: comes('same', 'a') }, { ...b, key: 'b2', lineage: comes('reworded', 'b') }, asked('new', '1.3', comes('new')), asked('for-red', '1.4', comes('new'), { showIf: { question: 'b2', is: ['red'] } }));
    const answers = { a: rated('green', 'Yes'), b: rated('red'), c: { level: null, value: 'y', note: '', naReason: null } };
    const carried = carryReturn(before, after, carryOver(before, after), aSchool, answers);
    expect(carried).toEqual({
      answers: { a: { ...answers.a, toCheck: false }, b2: { ...answers.b, toCheck: true } },
      moved: [{ from: 'a', to: 'a', toCheck: false }, { from: 'b', to: 'b2', toCheck: true }],
      // what hangs on an answer to check is asked once somebody has checked it
      kept: ['a'], toCheck: ['b'], setAside: ['c'], added: ['new'],
    });
    expect(rate(after, aSchool, carried.answers).overall.score).toEqual(rate(after, aSchool, { a: answers.a }).overall.score);
  });

  it('keeps a mark that was there, and marks nothing where nothing was said', () => {
    const after = edition({ ...a, lineage: comes('same', 'a') }, { ...b, lineage: comes('reworded', 'b') }, c);
    const carried = carryReturn(before, after, carryOver(before, after), aSchool, { a: { ...notApplicable(), toCheck: true }, b: rated(null as never) });
    expect([carried.moved, carried.kept, carried.toCheck]).toEqual([[{ from: 'a', to: 'a', toCheck: true }, { from: 'b', to: 'b', toCheck: false }], [], ['a']]);
  });

  it('sets aside what the new question would not take', () => {
    const long = { ...rated('green', 'x'.repeat(9)), level: 'a level that went' };
    expect(carryReturn(before, before, carryOver(before, before), aSchool, { a: long })).toMatchObject({ moved: [], setAside: ['a'] });
  });

  it.each<[string, Question, string]>([
    ['another kind of answer', { ...c, type: 'text', choices: undefined }, 'another kind of answer'],
    ['another scale', { ...a, scale: 'one-to-four' }, 'another scale'],
    ['a choice less', { ...c, choices: [{ key: 'y', label: 'Yes' }] }, 'no longer offers "No"'],
    ['no longer "not applicable"', { ...a, naAllowed: false }, 'can no longer be marked'],
  ])('cannot, where a question under the same key has %s', (_, question, detail) => {
    const carrying = carryOver(before, edition(...[a, b, c].map((one) => (one.key === question.key ? question : one))));
    expect([carrying.class, carrying.incompatible.map((one) => one.detail).join()]).toEqual(['incompatible', expect.stringContaining(detail)]);
  });

  it('gives every question one fate, and no answer is read as something nobody said', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(editions.chain((pair) => fc.tuple(fc.constant(pair), fc.tuple(...questionsOf(pair[0]).map((question) => answersTo(pair[0], question))))), ([[one, other], answers]) => {
      const carrying = carryOver(one, other);
      seen.add(carrying.class);
      expect([...carrying.carried.map(({ from }) => from), ...carrying.setAside].sort()).toEqual(questionsOf(one).map(({ key }) => key).sort());
      expect([...carrying.carried.map(({ to }) => to), ...carrying.added].sort()).toEqual(questionsOf(other).map(({ key }) => key).sort());
      if (carrying.class === 'incompatible') return;
      for (const { from, to } of carrying.carried) {
        const question = questionsOf(other).find(({ key }) => key === to)!;
        const answer = answers[questionsOf(one).findIndex(({ key }) => key === from)];
        if (answer === undefined) continue;
        expect(answerProblems(other, question, answer)).toEqual([]);
        expect(carriedAnswer(other, question, answer)).toEqual(answer);
      }
      const given = Object.fromEntries(questionsOf(one).flatMap(({ key }, at) => (answers[at] ? [[key, answers[at]]] : [])));
      const carried = carryReturn(one, other, carrying, aSchool, given);
      // nothing is lost and nothing is said twice
      expect([...carried.moved.map(({ from }) => from), ...Object.keys(given).filter((key) => carrying.setAside.includes(key))].sort()).toEqual(Object.keys(given).sort());
      expect(new Set([...carried.kept, ...carried.toCheck, ...carried.setAside]).size).toBe(carried.kept.length + carried.toCheck.length + carried.setAside.length);
    }), { numRuns: 400 });
    expect([...seen].sort()).toEqual(['compatible', 'incompatible', 'none']);
  });
});

describe('what changed this year', () => {
  it('is told in the order it is asked, with what was said before', () => {
    const before = edition(asked('a', '1.1'), asked('b', '1.2'), asked('c', '1.3'), asked('d', '1.4'));
    const after: Template = { ...edition(asked('a', '1.1'), asked('b', '1.2', comes('reworded', 'b')), asked('new', '1.3', comes('new'))), retired: [{ key: 'c', ref: '1.3', title: 'c', note: 'Asked by the regulator.' }] };
    const changes = changesBetween(before, after);
    expect([changes.same, changes.added.map(({ key }) => key), changes.reworded.map(({ question, before: [was] }) => [question.key, was!.key]), changes.retired.map(({ question, note }) => [question.key, note])])
      .toEqual([1, ['new'], [['b', 'b']], [['c', 'Asked by the regulator.'], ['d', '']]]);
  });
});
