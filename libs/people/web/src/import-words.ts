import type { ImportView, RegisterChange } from '@attest/shared/client';
import type { Fault } from '@attest/shared/web';

export interface ChangeGroup {
  readonly kind: RegisterChange['kind'];
  readonly heading: string;
  readonly changes: readonly RegisterChange[];
}

/** In the order in which they matter to a person who decides: who comes, who goes, who becomes another. */
const headings: Readonly<Record<RegisterChange['kind'], string>> = {
  opened: 'Opened', closed: 'Closed', converted: 'Converted', reopened: 'Reopened', renamed: 'Renamed', changed: 'Details changed',
};

export function changeGroups(changes: readonly RegisterChange[]): ChangeGroup[] {
  return (Object.keys(headings) as RegisterChange['kind'][]).map((kind) =>
    ({ kind, heading: headings[kind], changes: changes.filter((change) => change.kind === kind) }));
}

export interface Count {
  readonly label: string;
  readonly count: number;
}

/** Every row of the file is told of, changed, unchanged or another partnership's, and every school it does not have. */
export function importCounts({ rows, concerned, unchanged, absent, changes }: ImportView): Count[] {
  return [
    ...changeGroups(changes).map((group) => ({ label: group.heading, count: group.changes.length })),
    { label: 'Unchanged', count: unchanged },
    { label: 'Not in the file, left as they are', count: absent },
    { label: 'Rows of this partnership', count: concerned },
    { label: 'Rows in the file', count: rows },
  ];
}

export interface FaultRow {
  readonly row: string;
  readonly column: string;
  readonly detail: string;
}

/** `row 12, column "URN"`, as the API says where a fault is. What has another place, or none, keeps its words. */
export function faultRow({ where, detail }: Fault): FaultRow {
  const [, row, column] = /^row (\d+), column "(.*)"$/.exec(where) ?? [];
  return row ? { row, column: column!, detail } : { row: where || '–', column: '–', detail };
}

export const inMegabytes = (bytes: number): string =>
  bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
