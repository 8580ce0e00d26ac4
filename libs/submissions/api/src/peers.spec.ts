import { describe, expect, it } from '@jest/globals';
import { releaseOf, type Category, type Subject } from '@attest/domain/disclosure';
import type { Level } from '@attest/domain/questionnaire';
import { peerView, type Compared } from './peers';

const scale: Level[] = [['green', 'Met', true], ['amber', 'Partly met', false], ['red', 'Not met', false]].map(([key, word, meets], at) => (
  { key, word, letter: String(key)[0]!.toUpperCase(), colour: key, score: 2 - at, meets, meaning: '' } as Level));
const categories: Category[] = scale.map(({ key, word, letter, colour, meets }) => ({ key, word, letter, colour, meets }));
const subject = (kind: Subject['kind'], key: string): Subject => ({ kind, key, standard: key, ref: '', title: '', categories });
const many = (count: number, group: string, said: readonly number[]) => Array.from({ length: count }, (_, at) => ({ organisationId: `${group}${said.join('')}${at}`, group, area: '', said }));

/** Twenty health organisations of which twelve are amber, and twenty of the council who are green. */
const takingPart = [...many(12, 'health', [1, 1]), ...many(8, 'health', [0, 2]), ...many(20, 'council', [0, 0])];
const release = releaseOf({ asked: 40, minimum: 5, takingPart, subjects: [subject('overall', ''), subject('standard', 'leadership')], labelOf: { group: (key) => ({ health: 'Health', council: 'Council' })[key] ?? key, area: () => 'No area' } });
const published = { round: { id: '1', name: 'Section 11 audit 2025-26' }, release };
const agency: Compared = { section: '', own: 'green', scale, group: 'health', kind: 'agency' };

describe('where a result stands among its peers', () => {
  it.each<[string, Partial<Compared>, string | null, string]>([
    ['better than most of its group', {}, 'higher', 'Higher than more than half of the 20 health organisations in Section 11 audit 2025-26.'],
    ['worse than most', { own: 'red' }, 'lower', 'Lower than more than half of the 20 health organisations in Section 11 audit 2025-26.'],
    ['among most', { own: 'amber' }, 'in-line', 'In line with the 20 health organisations in Section 11 audit 2025-26: neither higher nor lower than more than half of them.'],
    ['in a standard', { section: 'leadership', own: 'red' }, 'lower', 'Lower than more than half of the 20 health organisations in Section 11 audit 2025-26.'],
    ['of no published group, beside all', { group: 'other', own: 'amber' }, 'lower', 'Lower than more than half of the 40 organisations in Section 11 audit 2025-26.'],
    ['it is not rated itself', { own: null }, null, 'Not rated here, so there is nothing to compare.'],
    ['it was not asked then', { section: 'training' }, null, 'In Section 11 audit 2025-26 this was not asked, or was rated on another scale, so there is nothing to compare.'],
    ['it was rated on another scale then', { scale: scale.slice(0, 2) }, null, 'In Section 11 audit 2025-26 this was not asked, or was rated on another scale, so there is nothing to compare.'],
  ])('%s', (_, changes, band, sentence) => {
    expect(peerView({ ...agency, ...changes }, published)).toMatchObject({ band, sentence });
  });

  it('names groups that stand together because they are few', () => {
    const together = { ...release, groups: release.groups.map((line) => ({ ...line, label: 'Health; and Police, justice and fire' })) };
    expect(peerView(agency, { ...published, release: together }).sentence).toBe('Higher than more than half of the 20 organisations of Health; and Police, justice and fire in Section 11 audit 2025-26.');
  });

  it('is not said before anything is published', () => {
    expect(peerView(agency, null)).toEqual({ band: null, group: null, sentence: 'How others did is said here once the figures of the round have been published.' });
  });

  it('is not said where the numbers that would tell are hidden', () => {
    const hidden = { ...release, figures: release.figures.map((figure) => ({ ...figure, counts: figure.counts.map((row) => row.map(() => 'c' as const)) })) };
    expect(peerView(agency, { ...published, release: hidden })).toEqual({
      band: 'hidden', group: 'Health organisations', sentence: 'What is published of the 20 health organisations in Section 11 audit 2025-26 does not tell, to protect the few who could be found in it [c].',
    });
  });
});
