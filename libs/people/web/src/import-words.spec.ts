import { describe, expect, it } from '@jest/globals';
import type { ImportView } from '@attest/shared/client';
import { changeGroups, importCounts, inMegabytes } from './import-words';

const anImport = (of: Partial<ImportView> = {}): ImportView => ({
  id: 'i', fileName: 'register.csv', uploadedBy: 'Priya Shah', uploadedAt: '2026-11-22T10:00:00Z', appliedAt: null,
  rows: 50_123, concerned: 131, unchanged: 129, absent: 3, moves: ['apply'],
  changes: [{ kind: 'renamed', urn: '990002', name: 'New Name', detail: 'Old Name is now called New Name.' }, { kind: 'opened', urn: '990003', name: 'New School', detail: 'Joins the register.' }],
  ...of,
});

describe('what an import says', () => {
  it('tells of every row: each kind of change, the unchanged, and the others of the country', () => {
    expect(importCounts(anImport()).map(({ label, count }) => `${label} ${count}`)).toEqual([
      'Opened 1', 'Closed 0', 'Converted 0', 'Reopened 0', 'Renamed 1', 'Details changed 0', 'Unchanged 129', 'Not in the file, left as they are 3', 'Rows of this partnership 131', 'Rows in the file 50123',
    ]);
  });

  it('groups changes in the order in which they matter', () => {
    expect(changeGroups(anImport().changes).filter(({ changes }) => changes.length > 0).map(({ heading }) => heading)).toEqual(['Opened', 'Renamed']);
  });

  it('says how large a file is as people do', () => {
    expect([inMegabytes(62_400_000), inMegabytes(9_800), inMegabytes(10)]).toEqual(['62.4 MB', '10 kB', '1 kB']);
  });
});
