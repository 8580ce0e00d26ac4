import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { DataSource } from 'typeorm';
import { aQuestionnaire, aRound, published, rated } from '../../apps/api/test/return-scenes';
import { aPartnership, aPerson, aSchool, anotherPartnership, signedIn, type Partnership } from '../../apps/api/test/scenes';
import type { RunningApi } from '../../apps/api/test/start-api';
import { Door, type Answer, type Sent } from './door';
import type { Finding } from './routes';

export interface Reused {
  readonly requests: number; readonly callers: number; readonly foreign: number; readonly aborted: number; readonly killed: number;
  readonly statuses: Readonly<Record<string, number>>; readonly findings: readonly Finding[];
}

/** A lead of one school, and everything that may stand in an answer to them. */
interface Lead { readonly door: Door; readonly personId: string; readonly schoolId: string; readonly returnId: string; readonly questionId: string; version: number }

/** Leads of as many schools, half of them in each of two partnerships, who share the few connections of one program. */
export async function leadsOf(api: RunningApi, count: number): Promise<Lead[]> {
  api.today('2026-11-22');
  api.app.useLogger(false);
  const partnerships = [await aPartnership(api), await anotherPartnership(api)];
  const leads: Lead[] = [];
  for (const partnership of partnerships) leads.push(...(await leadsIn(api, partnership, count / 2)));
  return leads;
}

async function leadsIn(api: RunningApi, { id: partnershipId }: Partnership, count: number): Promise<Lead[]> {
  const version = await published(api, partnershipId, aQuestionnaire());
  const schools = [];
  for (let n = 0; n < count; n++) schools.push(await aSchool(api, { partnershipId }));
  const round = await aRound(api, version, schools.map(({ id }) => id));
  const leads: Lead[] = [];
  for (const school of schools) {
    const person = await aPerson(api, { role: 'lead', partnershipId, organisationId: school.id });
    leads.push({ door: Door.of(api.url, await signedIn(api, person)), personId: person.id, schoolId: school.id, returnId: round.returnOf(school), questionId: version.id('policy'), version: 0 });
  }
  return leads;
}

const SHARE_ABORTED = 40;
const KILL_EVERY_MS = 250;

/** So many requests of all kinds at once, while connections are killed and callers hang up. */
export async function proveReuse(api: RunningApi, leads: readonly Lead[], requests: number, say: (line: string) => void = () => {}): Promise<Reused> {
  const owner = new Map(leads.flatMap((lead) => [[lead.personId, lead], [lead.schoolId, lead], [lead.returnId, lead]] as const));
  const statuses: Record<string, number> = {};
  const counts = { requests: 0, foreign: 0, aborted: 0, killed: 0 };
  const findings: Finding[] = [];
  const killer = setInterval(() => void kill(api).then((killed) => { counts.killed += killed; }), KILL_EVERY_MS);
  const work = async (lead: Lead, index: number) => {
    for (let turn = index; counts.requests < requests; turn++) {
      counts.requests++;
      if (counts.requests % 2500 === 0) say(`  ${counts.requests} of ${requests}`);
      const sent = requestOf(lead, leads[(index + turn) % leads.length]!, turn);
      if (turn % SHARE_ABORTED === 0) {
        counts.aborted++;
        await hungUp(api.url, lead, sent);
        continue;
      }
      const answer = await lead.door.send(sent);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      const others = strangersIn(answer, lead, owner, sent.path);
      if (others.length > 0) {
        counts.foreign++;
        findings.push({ kind: 'leak', what: `${sent.verb} ${sent.path} of one caller was answered ${answer.status} with ${others[0]}, which is another's.` });
      }
      if (answer.status >= 500 && answer.status !== 503) findings.push({ kind: 'fault', what: `${sent.verb} ${sent.path} was answered ${answer.status}.` });
      if (sent.verb === 'PUT' && answer.status === 200) lead.version++;
      // the save may have been kept although its answer was lost, or hung up on
      if (answer.status === 409) lead.version = (JSON.parse(answer.bytes.toString()) as { theirs?: { version: number } }).theirs?.version ?? lead.version;
    }
  };
  await Promise.all(leads.map(work));
  clearInterval(killer);
  if ((statuses[200] ?? 0) < requests / 2) findings.push({ kind: 'fault', what: `Only ${statuses[200] ?? 0} of ${requests} requests were answered with what was asked for.` });
  return { ...counts, callers: leads.length, statuses, findings };
}

function requestOf(lead: Lead, other: Lead, turn: number): Sent {
  const kinds: readonly Sent[] = [
    { verb: 'GET', path: '/api/session' },
    { verb: 'GET', path: '/api/submissions' },
    { verb: 'GET', path: `/api/submissions/${lead.returnId}` },
    { verb: 'GET', path: '/api/organisations' },
    { verb: 'PUT', path: `/api/submissions/${lead.returnId}/answers/${lead.questionId}`, body: { operationId: randomUUID(), ...rated(turn % 2 ? 'green' : 'amber', `Said by ${lead.schoolId}`) }, headers: { 'if-match': String(lead.version) } },
    { verb: 'GET', path: `/api/organisations/${lead.schoolId}` },
    { verb: 'GET', path: `/api/submissions/${other.returnId}` },
  ];
  return kinds[turn % kinds.length]!;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What of an answer is somebody else's; what was asked for by name in vain is not repeated in it. */
function strangersIn(answer: Answer, lead: Lead, owner: ReadonlyMap<string, Lead>, path: string): string[] {
  const found = (answer.bytes.toString().match(UUID) ?? []).filter((id) => owner.has(id) && owner.get(id) !== lead);
  const own = !path.includes(lead.returnId) && path.startsWith('/api/submissions/');
  return own && answer.status < 300 ? ['the whole of it', ...found] : found;
}

async function kill({ administrator }: RunningApi): Promise<number> {
  const { rowCount } = await administrator.query(
    "select pg_terminate_backend(pid) from (select pid from pg_stat_activity where datname = current_database() and usename = 'attest_app' order by random() limit 1) one");
  return rowCount ?? 0;
}

/** Sends it and leaves before it is answered. */
function hungUp(url: string, { door: { cookie, csrfToken } }: Lead, { verb, path, body, headers }: Sent): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((done) => {
    const outgoing = request({ hostname, port, method: verb, path, headers: { cookie, 'x-csrf-token': csrfToken, 'content-type': 'application/json', ...headers } });
    outgoing.on('error', () => {});
    outgoing.on('close', () => done());
    outgoing.end(body ? JSON.stringify(body) : undefined);
    setTimeout(() => outgoing.destroy(), Math.random() * 8);
  });
}

/**
 * The mistake this looks for: who is asking is said to whichever connection is free, and for as long as that connection
 * lives, while the statements go over another.
 */
export function sayItToAnyConnection(api: RunningApi): void {
  const source = api.app.get(DataSource);
  const right = source.createQueryRunner.bind(source);
  source.createQueryRunner = (...mode) => {
    const runner = right(...mode);
    const query = runner.query.bind(runner) as typeof runner.query;
    runner.query = (async (sql: string, ...more: []) => {
      const said = typeof sql === 'string' ? /^(begin [a-z ]*); select set_config\('app\.context', '([^']*)', true\)/.exec(sql) : null;
      if (!said) return query(sql, ...more);
      const other = right();
      await other.query(`select set_config('app.context', '${said[2]}', false)`).catch(() => {});
      await other.release();
      return query(said[1]!);
    }) as typeof runner.query;
    return runner;
  };
}
