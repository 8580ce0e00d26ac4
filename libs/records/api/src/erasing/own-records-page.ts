/** By subject, rows with named fields; null where there are none. */
export type OwnRecords = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[] | null>>;

const headings: Readonly<Record<string, string>> = {
  account: 'Your account', roles: 'Your roles', sessions: 'Where you are signed in', secondFactors: 'Your second factors', linkedAccounts: 'Accounts elsewhere that sign you in', passwordResets: 'Links to a new password you asked for',
  answers: 'What you answered', drafts: 'What you typed that could no longer be saved', signatures: 'What you signed', evidence: 'Evidence you brought', signOffs: 'What you signed together with others', reopenings: 'Returns you asked to open again, or decided about', actions: 'What you did with actions', findings: 'What you found in rounds', themes: 'Themes you gave to answers', goodPractice: 'Answers you marked as good practice', assignments: 'Parts of returns given to you and by you', comments: 'Comments by you and to you', guestLinks: 'Guest links given by you and to you', trail: 'What the trail says you did', invitations: 'Invitations to you and by you', mail: 'Messages to you',
  questionnaires: 'Questionnaires you changed', register: 'Register files you uploaded or applied', records: 'What you did with the partnership’s records', preferences: 'How you like Attest to be', accessReviews: 'Lists of who can see an organisation that name you',
};

/** One page that any browser shows without a connection: nothing is loaded, nothing runs. */
export function ownRecordsPage(records: OwnRecords, madeAt: Date): string {
  const sections = Object.entries(headings).map(([key, heading]) => `<section><h2>${heading}</h2>${tableOf(records[key] ?? [])}</section>`);
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>What Attest holds about you</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem;color:#111;background:#fff}h1{font-size:1.75rem}h2{margin-top:2rem}
.wide{overflow-x:auto}table{border-collapse:collapse}th,td{padding:.35rem .75rem;border-bottom:1px solid #bbb;text-align:left;vertical-align:top}</style></head>
<body><h1>What Attest holds about you</h1><p>Made on ${escaped(madeAt.toISOString())}. The same is in records.json, for programs.</p>
<p>Passwords and the secrets of second factors are kept only in a form nobody can read, and are not here.</p>
${sections.join('\n')}</body></html>`;
}

function tableOf(rows: readonly Readonly<Record<string, unknown>>[]): string {
  if (rows.length === 0) return '<p>Nothing.</p>';
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const head = columns.map((column) => `<th scope="col">${escaped(inWords(column))}</th>`).join('');
  const body = rows.map((row) => `<tr>${columns.map((column) => `<td>${escaped(textOf(row[column]))}</td>`).join('')}</tr>`).join('\n');
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** invitedAt → Invited at */
const inWords = (name: string) => name.replace(/^./, (first) => first.toUpperCase()).replace(/[A-Z]/g, (letter, at: number) => (at === 0 ? letter : ` ${letter.toLowerCase()}`));

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);
