import type { DataMapEntry } from './data-map-entry';

const takers = { about: 'People who may take figures away', basis: 'public-task', kept: { otherwise: 'As long as the partnership uses Attest' } } as const;
const sameRow = { partnership_id: 'The same in every row' } as const;

/** What is taken away, by whom and why. */
export const taken = {
  export: {
    name: 'Files of figures', holds: 'Who had which file made, for whom and why', ...takers, erasure: 'The name is replaced by the label',
    exported: {
      columns: {
        id: 'Identifier', round_id: 'Round', preset: 'What kind of file', audience: 'Whom it was for', wanted: 'What was to be in it (JSON)', reason: 'Why', asked_by_name: 'Asked for by', asked_at: 'When',
        state: 'waiting, running, ready, failed, cancelled or expired', problem: 'Why nothing came of it', file_name: 'Name of the file', bytes: 'Size of the file', sha256: 'SHA-256 of the file', finished_at: 'Finished', expires_at: 'Kept until',
      },
      leftOut: { ...sameRow, asked_by: 'The name says it', total: 'For the progress bar', done: 'For the progress bar' },
    },
  },
  export_piece: {
    name: 'Files of figures, in pieces', holds: 'The file itself', about: 'Everybody named in it', basis: 'public-task', kept: { otherwise: 'Seven days' }, erasure: 'Deleted: a file that may name somebody who is erased is destroyed with them',
    exported: { not: 'It is made of what is in the export' },
  },
  export_taken: {
    name: 'Downloads of figures', holds: 'Who downloaded a file, and when', ...takers, erasure: 'The name is replaced by the label',
    exported: { columns: { id: 'Identifier', export_id: 'File', by_name: 'By', at: 'When' }, leftOut: { ...sameRow, by_person: 'The name says it' } },
  },
  access_token: {
    name: 'Access tokens', holds: 'That a program of somebody’s own may read figures in their name, until when, and when it last did; of the token itself only a hash', about: 'Whoever made it', basis: 'security',
    kept: { otherwise: 'A year at most, and then as long as the person has a role' }, erasure: 'Deleted', exported: { not: 'It would let somebody in: it is in what is held about them, without the hash' },
  },
  word_template: {
    name: 'Own Word template', holds: 'The Word file that the partnership’s papers are put into', about: 'Nobody', basis: 'none', kept: { otherwise: 'Until it is replaced or removed' }, erasure: 'Nothing to erase',
    exported: { not: 'The partnership made it, and can download it under Settings' },
  },
  saved_export: {
    name: 'Saved ways to make a file', holds: 'How somebody likes a file to be made', about: 'Whoever saved it', basis: 'public-task', kept: { otherwise: 'Until they remove it' }, erasure: 'Deleted',
    exported: { not: 'Each person’s own: it is in what is held about them' },
  },
} as const satisfies Record<string, DataMapEntry>;
