import fc from 'fast-check';
import { signedIn, type Person } from '../../apps/api/test/scenes';
import { Door, type Sent } from '../prove/door';
import { operationsOf, type OpenApi, type Operation } from '../prove/operations';
import type { World } from '../prove/world';
import { Judge } from './judge';
import { requestsOf } from './requests';

export interface Fuzzed {
  readonly requests: number; readonly serverErrors: number; readonly undocumented: number; readonly operations: number;
  /** How many requests were answered with each status: mostly refusals, or the fuzz is a test drive. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly findings: readonly string[];
}

const ANSWERED_AT_ONCE = 8;

/** So many requests, made from the document by chance; the same seed makes the same requests. */
export async function fuzz(world: World, { requests, seed, say = () => {} }: { readonly requests: number; readonly seed: number; readonly say?: (line: string) => void }): Promise<Fuzzed> {
  const document = (await (await fetch(`${world.api.url}/api/openapi.json`)).json()) as OpenApi;
  // trying to sign in with what others have is slowed down after a while, for whoever signs in properly here too: that comes last
  const operations = operationsOf(world.api.app, document).toSorted((one, other) => Number(one.open) - Number(other.open));
  const judge = new Judge(document);
  const doors = new Doors(world);
  const ids = [...world.owners.keys()];
  const each = Math.ceil(requests / operations.length);
  const statuses: Record<string, number> = {};
  const findings: string[] = [];
  const counts = { requests: 0, serverErrors: 0, undocumented: 0 };

  await world.api.administrator.query('create temporary table held as select id, role, ended_at from app.membership');
  for (const [at, operation] of operations.entries()) {
    await doors.forgiven();
    const sent = fc.sample(requestsOf(document, operation, ids, ['leadership', 'team']), { seed: seed + at, numRuns: each });
    let next = 0;
    const worker = async () => {
      for (let one = sent[next++]; one; one = sent[next++]) {
        const answer = await (await doors.for(operation, next)).send(one);
        counts.requests++;
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        if (answer.status === 401 && !operation.open) doors.forget();
        const fault = judge.faultOf(operation, answer);
        if (!fault) continue;
        counts[answer.status >= 500 ? 'serverErrors' : 'undocumented']++;
        findings.push(`${operation.name} (seed ${seed}): ${fault}\n      ${shown(one)}`);
      }
    };
    await Promise.all(Array.from({ length: ANSWERED_AT_ONCE }, worker));
    say(`${operation.name}: ${counts.requests} of ${each * operations.length}, ${findings.length} findings`);
  }
  return { ...counts, operations: operations.length, statuses, findings };
}

/** To be sent again by hand. */
function shown({ verb, path, headers, body }: Sent): string {
  return `${verb} ${path} ${JSON.stringify(headers)} ${body instanceof FormData ? 'a form' : JSON.stringify(body)?.slice(0, 1000) ?? ''}`;
}

/** Who sends: mostly somebody who may, since whoever may not is refused before anything is looked at. */
class Doors {
  private readonly open = new Map<string, Promise<Door>>();
  private entering: Promise<unknown> = Promise.resolve();

  constructor(private readonly world: World) {}

  for({ action, open }: Operation, turn: number): Promise<Door> {
    if (open && turn % 2 === 0) return Promise.resolve(new Door(this.world.api.url));
    const { person } = this.world.sides[0]!;
    const may = action?.startsWith('submission.') ? ['lead', 'lead', 'contributor', 'business-unit'] as const : ['business-unit', 'business-unit', 'scrutineer', 'lead'] as const;
    const role = may[turn % may.length]!;
    // what may end its own session does so in one that nobody else uses
    const key = action === 'session.own' ? `own ${role}` : role;
    if (!this.open.has(key)) this.open.set(key, this.enter(person[role]));
    return this.open.get(key)!;
  }

  /** What was tried by chance slows down nobody who comes in properly, and takes no role from those who go on asking. */
  async forgiven(): Promise<void> {
    await this.world.api.administrator.query(`
      delete from app.attempt;
      update app.membership m set role = h.role, ended_at = h.ended_at from held h where h.id = m.id and (m.role, m.ended_at) is distinct from (h.role, h.ended_at)`);
  }

  /** One after the other: no code of an authenticator app is taken twice. */
  private enter(person: Person): Promise<Door> {
    const entered = this.entering.then(async () => {
      await this.forgiven();
      return Door.of(this.world.api.url, await signedIn(this.world.api, person));
    });
    this.entering = entered;
    return entered;
  }

  forget(): void {
    this.open.clear();
  }
}
