import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findingsIn, rules, type FindingsFacts, type FoundLevel, type StandardFacts } from './index';

const levels: readonly FoundLevel[] = [{ key: 'green', word: 'Green', meets: true }, { key: 'amber', word: 'Amber', meets: false }, { key: 'red', word: 'Red', meets: false }];
const counted = (green: number, amber: number, red: number) => ({ counts: { green, amber, red }, base: green + amber + red });
const aStandard = (changes: Partial<StandardFacts> = {}): StandardFacts =>
  ({ key: 'recruitment', title: 'Safer recruitment', last: null, groups: [], moderated: 0, overrated: 0, ...counted(26, 0, 0), ...changes });
const someFacts = (changes: Partial<FindingsFacts> = {}): FindingsFacts =>
  ({ who: 'agencies', levels, asked: 26, returned: 26, standards: [aStandard()], questions: [], carried: { unchanged: 0, taken: 0 }, actions: { overdue: 0, open: 0 }, ...changes });
const said = (changes: Partial<FindingsFacts>, rule: string) => findingsIn(someFacts(changes)).filter((one) => one.rule === rule && one.tone !== 'nothing').map(({ sentence }) => sentence);

describe('a finding', () => {
  it.each<[string, Partial<FindingsFacts>, string[]]>([
    ['weak-standard', { standards: [aStandard({ ...counted(18, 6, 2), last: counted(16, 7, 2) })] }, ['8 of 26 agencies rate Safer recruitment red or amber (31%); last round 9 of 25 (36%).']],
    ['weak-standard', { standards: [aStandard(counted(5, 2, 1))] }, ['3 of 8 agencies rate Safer recruitment red or amber.']],
    ['weak-standard', { standards: [aStandard(counted(22, 3, 1))] }, []],
    ['weak-standard', { standards: [aStandard(counted(1, 1, 0))] }, []],
    ['worst-level', { standards: [aStandard(counted(20, 4, 2))] }, ['2 of 26 agencies rate Safer recruitment red (8%).']],
    ['worst-level', { standards: [aStandard(counted(20, 5, 1))] }, []],
    ['improved', { standards: [aStandard({ ...counted(20, 6, 0), last: counted(12, 12, 1) })] }, ['20 of 26 agencies meet Safer recruitment (77%); last round 12 of 25 (48%).']],
    ['improved', { standards: [aStandard({ ...counted(9, 0, 0), last: counted(2, 7, 0) })] }, []],
    ['declined', { standards: [aStandard({ ...counted(12, 12, 1), last: counted(20, 6, 0) })] }, ['12 of 25 agencies meet Safer recruitment (48%); last round 20 of 26 (77%).']],
    ['declined', { standards: [aStandard({ ...counted(19, 1, 0), last: counted(20, 0, 0) })] }, []],
    ['group-apart', { standards: [aStandard({ ...counted(20, 6, 0), groups: [{ key: 'health', label: 'Health', ...counted(2, 4, 0) }, { key: 'justice', label: 'Justice', ...counted(18, 2, 0) }] })] }, ['Health: 4 of 6 rate Safer recruitment red or amber; of all others 2 of 20 (10%).']],
    ['group-apart', { standards: [aStandard({ ...counted(20, 6, 0), groups: [{ key: 'health', label: 'Health', ...counted(0, 4, 0) }] })] }, []],
    ['rated-lower', { standards: [aStandard({ moderated: 12, overrated: 4 })] }, ['4 of 12 moderated ratings of Safer recruitment are lower than the self rating (33%).']],
    ['rated-lower', { standards: [aStandard({ moderated: 2, overrated: 2 })] }, []],
    ['often-not-applicable', { questions: [{ id: 'q', ref: '3.1', title: 'Volunteers', base: 12, notApplicable: 8 }] }, ['8 of 20 agencies say that 3.1 Volunteers does not apply to them (40%).']],
    ['low-response', { returned: 15 }, ['15 of 26 agencies have returned (58%).']],
    ['low-response', { asked: 5, returned: 4 }, []],
    ['unchanged-words', { carried: { unchanged: 9, taken: 12 } }, ['9 of 12 answers that were begun with the words of the round before stand word for word (75%).']],
    ['overdue-actions', { actions: { overdue: 1, open: 4 } }, ['1 of 4 open actions is past its date.']],
  ])('%s', (rule, changes, sentences) => {
    expect(said(changes, rule)).toEqual(sentences);
  });

  it('of several standards, the weakest comes first', () => {
    const standards = [aStandard({ ...counted(18, 8, 0), title: 'Training' }), aStandard({ ...counted(10, 16, 0), title: 'Supervision' })];
    expect(said({ standards }, 'weak-standard').map((sentence) => /rate (\w+)/.exec(sentence)![1])).toEqual(['Supervision', 'Training']);
  });

  it('that nothing is notable is said once a rule', () => {
    const found = findingsIn(someFacts());
    expect(found.map(({ tone }) => tone)).toEqual(rules.map(() => 'nothing'));
    expect(new Set(found.map(({ sentence }) => sentence)).size).toBe(rules.length);
  });
});

const count = fc.nat(40);
const anyCounts = fc.tuple(count, count, count).map(([green, amber, red]) => counted(green, amber, red));
const anyFacts: fc.Arbitrary<FindingsFacts> = fc.record({
  now: anyCounts, last: fc.option(anyCounts), moderated: count, overrated: count, notApplicable: count, asked: count, returned: count, unchanged: count, overdue: count,
}).map(({ now, last, moderated, overrated, notApplicable, asked, returned, unchanged, overdue }) => someFacts({
  asked: asked + returned, returned, carried: { unchanged, taken: 40 }, actions: { overdue, open: 40 },
  standards: [aStandard({ ...now, last, moderated: moderated + overrated, overrated, groups: [{ key: 'health', label: 'Health', ...counted(0, now.counts.amber, now.counts.red) }] })],
  questions: [{ id: 'q', ref: '3.1', title: 'Volunteers', base: 20, notApplicable }],
}));

describe('whatever is found', () => {
  it('begins with counts, has a percentage only from ten up, compares only what can be, and never says why', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      for (const { sentence, tone, evidence } of findingsIn(facts)) {
        expect(sentence).not.toMatch(/\b(because|due to|caused|led to|thanks to|result of|therefore|as a consequence)\b/i);
        if (tone === 'nothing') continue;
        expect(sentence).toMatch(/^(\w[\w ]*: )?\d+ of \d+ /);
        expect(evidence).toMatch(/\d/);
        for (const [, of, rest] of sentence.matchAll(/\d+ of (\d+)([^;]*)/g)) expect([sentence, rest!.includes('%')]).toEqual([sentence, Number(of) >= 10]);
        if (sentence.includes('last round')) expect(facts.standards[0]!.last).not.toBeNull();
      }
    }), { numRuns: 400, seed: 6 });
  });

  it('every rule of the list can find something, and its words say from where on', () => {
    const found = fc.sample(anyFacts, { numRuns: 400, seed: 6 }).flatMap((facts) => findingsIn(facts).filter(({ tone }) => tone !== 'nothing').map(({ rule }) => rule));
    expect(rules.map(({ key }) => key).filter((key) => !found.includes(key))).toEqual([]);
    for (const { looksFor } of rules) expect(looksFor).toMatch(/\d|two|three|one|ten/i);
  });
});
