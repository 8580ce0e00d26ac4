import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { standings, type Standing } from '@attest/domain/actions';
import { layoutStackedBar } from '@attest/domain/figures';
import type { AgeingRow } from '@attest/shared/client';
import { ageingBars, overdueInWords } from './ageing-figures';
import { AgeingTable } from './ageing-table';

const row = (key: string, counts: Partial<Record<Standing, number>>, changes: Partial<AgeingRow> = {}): AgeingRow => ({
  key, label: key || 'No single area', counts: standings.map((standing) => ({ standing, count: counts[standing] ?? 0 })),
  total: Object.values(counts).reduce((sum, count) => sum + count, 0), overdue: counts.overdue ?? 0, open: 0, percent: null, ...changes,
});

describe('how actions stand', () => {
  it('is overdue, to be done, claimed or verified in a bar; what was dropped is said and not counted', () => {
    const [bar] = ageingBars([row('north', { 'overdue': 1, 'unplanned': 2, 'due-soon': 3, 'on-track': 4, 'claimed': 5, 'verified': 6, 'dropped': 7 })]);
    expect(bar!.parts!.map(({ letter, count }) => [letter, count])).toEqual([['O', 1], ['D', 9], ['C', 5], ['V', 6]]);
    expect(bar!.note).toBe('Dropped and not counted: 7.');
    expect(ageingBars([row('north', { overdue: 1 })])[0]).not.toHaveProperty('note');
    expect(layoutStackedBar(ageingBars([row('north', { dropped: 2 })])).marks).toContainEqual(expect.objectContaining({ text: 'None is left. Dropped and not counted: 2.' }));
  });

  it('says the percentage with the counts that made it, and none where nothing is left', () => {
    expect(overdueInWords(row('', {}, { overdue: 3, open: 11, percent: 27.3 }))).toBe('3 of 11 actions still to be done are overdue (27.3%).');
    expect(overdueInWords(row('', {}, { overdue: 1, open: 1, percent: 100 }))).toBe('1 of 1 action still to be done is overdue (100%).');
    expect(overdueInWords(row('', {}))).toBe('Nothing is left to be done.');
  });

  it('leads from each count to those actions, except where the list cannot be filtered', async () => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(AgeingTable);
    const inputs = { by: 'areaId', caption: 'By area', rows: [row('north', { claimed: 2 }), row('', { overdue: 1 })], total: { ...row('', { claimed: 2, overdue: 1 }), label: 'All actions' }, roundId: 'r' };
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    const links = [...(fixture.nativeElement as HTMLElement).querySelectorAll('td a')].map((link) => [link.getAttribute('aria-label'), link.getAttribute('href')]);
    expect(links).toEqual([
      ['1 Overdue: All actions', '/actions?returns=submitted&roundId=r&standing=overdue'],
      ['2 Done, not verified: All actions', '/actions?returns=submitted&roundId=r&standing=claimed'],
      ['3 in all: All actions', expect.stringMatching(/^\/actions\?returns=submitted&roundId=r/)],
      ['2 Done, not verified: north', '/actions?returns=submitted&roundId=r&standing=claimed&areaId=north'],
      ['2 in all: north', expect.stringMatching(/areaId=north$/)],
    ]);
  });
});
