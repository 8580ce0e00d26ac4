import { exportedTables } from '@attest/domain/records';

/** One CSV of the export: what it is called, what its columns mean, and where its rows come from. */
export interface ExportedTable {
  readonly file: string;
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly sql: string;
}

/** What is not simply every row of the table that this partnership has. */
const sources: Readonly<Record<string, string>> = {
  person: 'app.exported_people() as t',
  membership: 'app.exported_memberships() as t',
  mail: 'app.exported_mail() as t',
  // until it is handed in, what an organisation writes is its own: its people can read it and nobody else, also not here
  answer: ofHandedIn('answer'),
  answer_event: ofHandedIn('answer_event'),
  rating: ofHandedIn('rating'),
  submission_snapshot: "app.submission_snapshot t where t.kind <> 'signed'",
};

function ofHandedIn(table: string): string {
  return `app.${table} t join app.submission s on s.partnership_id = t.partnership_id and s.id = t.submission_id and s.state in ('submitted', 'accepted')`;
}

export const tables: readonly ExportedTable[] = exportedTables.map(({ table, name, columns }) => ({
  file: `${table}.csv`, name, columns,
  // as JSON, because it writes dates and times in the one way that ISO 8601 has
  sql: `select to_jsonb(row) as row from (select ${Object.keys(columns).map((column) => `t.${column}`).join(', ')} from ${sources[table] ?? `app.${table} t`}) row`,
}));

/** Signed texts, one a file, to the byte: the hash of the file is the hash that was given on the receipt. */
export const SIGNED_RETURNS = `
  select n.id, coalesce(s.reference, s.id::text) as reference, n.content from app.submission_snapshot n
  join app.submission s on s.partnership_id = n.partnership_id and s.id = n.submission_id
  where n.content <> '' and n.kind <> 'signed'`;

/** Files that were signed with, and in which no malware was found. */
export const EVIDENCE_FILES = `
  select evidence_id, number, file_name from app.evidence_revision where sha256 is not null and scan in ('clean', 'not-scanned') order by evidence_id, number`;

export const TEMPLATES = `
  select t.code || '_' || v.edition as name, v.manifest from app.template_version v
  join app.template t on t.partnership_id = v.partnership_id and t.id = v.template_id`;
