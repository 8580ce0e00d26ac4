import { dataMap } from '@attest/domain/records';
import { tables } from './tables';

interface Facts {
  readonly partnership: string;
  readonly madeAt: Date;
  readonly rows: Readonly<Record<string, number>>;
  /** Returns that were begun and not handed in. */
  readonly unfinished: number;
}

/** What is in the archive, for somebody who has never seen Attest. */
export function readMe({ partnership, madeAt, rows, unfinished }: Facts): string {
  return `# Everything ${partnership} has in Attest

Made on ${madeAt.toISOString()}. All of it was read at one moment.

## How to read it

- \`*.csv\`: one file for each kind of record. UTF-8 with a byte order mark, commas, CRLF, fields in double quotes where needed (RFC 4180).
  The first line names the columns. An empty field means nothing was said. Dates are ISO 8601. Lists and objects are JSON.
- A text that a spreadsheet would run as a formula begins with an apostrophe that was put before it. Where such a text began with apostrophes already, it has one more: take one away to have it as it was written.
- \`returns/*.json\`: each return exactly as it was signed. The SHA-256 of such a file is the one in \`submission_snapshot.csv\` and on its receipt.
- \`evidence/*\`: each file that a return was signed with. Its SHA-256 is in \`evidence_revision.csv\`, by the identifier and the number its name begins with.
- \`templates/*.json\`: each edition of each questionnaire: questions, levels, routing, rules.
- Identifiers join the files: \`answer.csv\` → \`submission_id\` → \`submission.csv\` → \`round_id\` → \`round.csv\`, \`question_id\` → \`question.csv\`, \`organisation_id\` → \`organisation.csv\`.

## What is not in it

- Answers of returns that were not handed in (${unfinished}): they are their organisation's alone until then.
- Secrets that open accounts: passwords, keys, links.
- Anything of another partnership.
${Object.values(dataMap).flatMap(({ name, exported }) => ('not' in exported ? [`- ${name}: ${exported.not}`] : [])).join('\n')}

## Files and columns
${tables.map(({ file, name, columns }) => `
### ${file}: ${name} (${rows[file] ?? 0} rows)

| column | meaning |
|---|---|
${Object.entries(columns).map(([column, meaning]) => `| ${column} | ${meaning} |`).join('\n')}
`).join('')}`;
}
