import { describe, expect, it } from '@jest/globals';
import type { BoardRow } from '@attest/shared/client';
import { ariaSort, nextSort, shownRows } from './board-order';

const aRow = (organisationName: string, of: Partial<BoardRow> = {}): BoardRow => ({
  organisationId: organisationName, organisationName, area: 'Northbank', group: 'Primary', state: 'in-progress', accepted: false, signsNext: null, submissionId: 's', answered: 0, required: 10, lastSavedAt: null, submittedAt: null, ...of,
});
const rows = [
  aRow('Oakfield', { state: 'overdue', answered: 5 }), aRow('ashdene', { answered: 9, lastSavedAt: '2026-11-20T10:00:00Z' }),
  aRow('Riverland Police', { group: 'Police', area: null, state: 'submitted', answered: 10, submittedAt: '2026-11-01T10:00:00Z' }),
];
const names = (shown: Parameters<typeof shownRows>[1]) => shownRows(rows, shown).map(({ organisationName }) => organisationName);

describe('the return board', () => {
  it('keeps the order of whom to chase until a heading is pressed', () => {
    expect(names({})).toEqual(['Oakfield', 'ashdene', 'Riverland Police']);
    expect(names({ sort: 'no-such-column' })).toEqual(names({}));
  });

  it('sorts by a column, turned round by a second press, whatever the capitals', () => {
    expect(names({ sort: 'name' })).toEqual(['ashdene', 'Oakfield', 'Riverland Police']);
    expect(names({ sort: '-answered' })).toEqual(['Riverland Police', 'ashdene', 'Oakfield']);
    expect([nextSort(undefined, 'name'), nextSort('name', 'name'), nextSort('-name', 'name')]).toEqual(['name', '-name', 'name']);
    expect([ariaSort('name', 'name'), ariaSort('-name', 'name'), ariaSort('group', 'name')]).toEqual(['ascending', 'descending', null]);
  });

  it('puts what is not yet there last, either way', () => {
    expect(names({ sort: 'saved' })[0]).toBe('ashdene');
    expect(names({ sort: '-saved' })[0]).toBe('ashdene');
  });

  it('shows only what is asked for', () => {
    expect(names({ state: 'overdue' })).toEqual(['Oakfield']);
    expect(names({ group: 'Police' })).toEqual(['Riverland Police']);
    expect(names({ area: 'Northbank', search: ' ASH ' })).toEqual(['ashdene']);
  });
});
