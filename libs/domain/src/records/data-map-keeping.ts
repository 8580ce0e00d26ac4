import type { DataMapEntry } from './data-map-entry';

const unit = { about: 'The business unit', basis: 'public-task', kept: { otherwise: 'As long as the partnership uses Attest' } } as const;
const sameRow = { partnership_id: 'The same in every row' } as const;

/** What shows that the law is kept. */
export const keeping = {
  retention_period: {
    name: 'Periods of retention', holds: 'How long each kind is kept, where the partnership chose, and who chose it', ...unit, erasure: 'The name is replaced by the label',
    exported: { columns: { kind: 'Kind', months: 'Months', changed_by_name: 'Chosen by', changed_at: 'Chosen' }, leftOut: { ...sameRow, changed_by: 'The name says it' } },
  },
  legal_hold: {
    name: 'Holds', holds: 'What must not be disposed of, why, and who said so', ...unit, erasure: 'The names are replaced by the label',
    exported: {
      columns: { id: 'Identifier', on_organisation_id: 'Organisation; empty for all', on_round_id: 'Round; empty for all', reason: 'Reason', placed_by_name: 'Placed by', placed_at: 'Placed', lifted_by_name: 'Lifted by', lifted_at: 'Lifted' },
      leftOut: { ...sameRow, placed_by: 'The name says it', lifted_by: 'The name says it' },
    },
  },
  disposal: {
    name: 'Disposals', holds: 'What was disposed of when, by whom, and how much of each kind', ...unit, erasure: 'The name is replaced by the label',
    exported: {
      columns: { id: 'Identifier', asked_by_name: 'By', asked_at: 'When', as_of: 'The day it was counted for', cut_offs: 'The last day of each kind that was due (JSON)', state: 'waiting, running, done or failed', counts: 'Rows of each kind (JSON)', finished_at: 'Finished' },
      leftOut: { ...sameRow, asked_by: 'The name says it', total: 'For the progress bar', done: 'For the progress bar' },
    },
  },
  record_export: {
    name: 'Exports of everything', holds: 'Who took a copy of everything, when and why', ...unit, erasure: 'The name is replaced by the label',
    exported: {
      columns: { id: 'Identifier', reason: 'Why', asked_by_name: 'By', asked_at: 'When', state: 'waiting, running, ready, failed or expired', bytes: 'Size of the file', sha256: 'SHA-256 of the file', expires_at: 'Kept until', finished_at: 'Finished' },
      leftOut: { ...sameRow, asked_by: 'The name says it', total: 'For the progress bar', done: 'For the progress bar' },
    },
  },
  export_file: {
    name: 'Files of exports', holds: 'The copy itself, in pieces', about: 'Everybody in it', basis: 'public-task', kept: { otherwise: 'Seven days' }, erasure: 'Deleted: a copy that names somebody who is erased is destroyed with it',
    exported: { not: 'It is the export' },
  },
  export_download: {
    name: 'Downloads of exports', holds: 'Who downloaded a copy, and when', ...unit, erasure: 'The name is replaced by the label',
    exported: { columns: { id: 'Identifier', export_id: 'Export', by_name: 'By', at: 'When' }, leftOut: { ...sameRow, by_person: 'The name says it' } },
  },
  erasure: {
    name: 'Requests to be erased', holds: 'That somebody asked to be forgotten, what was decided, and the label that stands for them', about: 'Whoever asked', basis: 'public-task',
    kept: { otherwise: 'As long as the partnership uses Attest, without the name' }, erasure: 'The label stands in place of the name; the decision stays, to show that the request was kept',
    exported: {
      columns: { id: 'Identifier', label: 'Label', asked_at: 'Asked', state: 'waiting, done or refused', reason: 'Why it was refused', decided_by_name: 'Decided by', decided_at: 'Decided' },
      leftOut: { ...sameRow, person_id: 'The label says it', decided_by: 'The name says it' },
    },
  },
} as const satisfies Record<string, DataMapEntry>;
