import type { DataMapEntry } from './data-map-entry';

const sameRow = { partnership_id: 'The same in every row' } as const;
const shown = { basis: 'public-task', kept: 'returns' } as const;

/** What is shown for answers. It goes with the last return that used it; what no return ever used, an organisation deletes itself. */
export const evidence = {
  evidence: {
    name: 'Evidence', holds: 'What an organisation shows for its answers: title, who keeps it, and when it is reviewed', about: 'Whoever keeps it; whoever it is about', ...shown, erasure: 'The name is replaced by the label',
    exported: {
      columns: { id: 'Identifier', organisation_id: 'Organisation', kind: 'file, link or place', title: 'Title', owner: 'Kept by', review_by: 'Reviewed by', revision: 'Newest revision', infected: 'Whether malware was found in it', created_at: 'Added' },
      leftOut: sameRow,
    },
  },
  evidence_revision: {
    name: 'Revisions of evidence', holds: 'Each file or link there has been, its hash, what the scan for malware said, and who brought it', about: 'Whoever brought it; whoever it is about', ...shown,
    erasure: 'The name is replaced by the label. What the organisation shows stays: it is the organisation’s',
    exported: {
      columns: {
        evidence_id: 'Evidence', number: 'Revision', organisation_id: 'Organisation', file_name: 'Name of the file', media_type: 'Kind of file', bytes: 'Size', sha256: 'SHA-256 of the file', location: 'Address of a link, or where it is kept', scan: 'What the scan for malware said',
        scanned_at: 'Scanned', threat: 'What was found', by_name: 'Brought by', at: 'When',
      },
      leftOut: { ...sameRow, by_person: 'The name says it' },
    },
  },
  evidence_chunk: {
    name: 'Files of evidence', holds: 'The files themselves, in pieces', about: 'Whoever they are about', ...shown, erasure: 'What the organisation shows stays: it is the organisation’s, and it is asked to show nothing that names a child',
    exported: { not: 'The files are in the folder "evidence", one by one' },
  },
  evidence_use: {
    name: 'Use of evidence', holds: 'Which evidence stands beside which answer, and which revision was signed', about: 'Whoever put it there', ...shown, erasure: 'The name is replaced by the label',
    exported: {
      columns: { submission_id: 'Return', question_id: 'Question', evidence_id: 'Evidence', organisation_id: 'Organisation', added_by_name: 'Put there by', added_at: 'When', removed_at: 'Taken away', signed_revision: 'The revision that was signed' },
      leftOut: { ...sameRow, added_by: 'The name says it' },
    },
  },
} as const satisfies Record<string, DataMapEntry>;
