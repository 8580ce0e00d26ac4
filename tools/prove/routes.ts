import { codeOf, type Answer, type Door } from './door';
import { mayLearnOf, refusals, standsBehind } from './expected';
import { changed, fingerprint } from './fingerprint';
import { operationsOf, type OpenApi, type Operation } from './operations';
import { principalsOf, seesAll, type Principal } from './principals';
import { Probes, leftOver, type Probe } from './probes';
import { othersIn, withoutChance } from './reading';
import { last, ownEverywhere, succeedElsewhere } from './sources';
import { propertySource, type Thing, type World } from './world';

export interface Finding { readonly kind: 'leak' | 'fault'; readonly what: string }
export interface RoutesProof {
  readonly probes: number; readonly denied: number; readonly reached: number;
  /** Denials whose very address lets somebody else through; the others ask for what is invented, malformed or of two owners at once. */
  readonly twins: number;
  readonly operations: number; readonly principals: number;
  readonly findings: readonly Finding[];
}
interface Options {
  /** Asks only one in so many, and of every operation at least until it has succeeded once. */
  readonly oneIn?: number;
  /** What must be refused, and what is only read. */
  readonly readsOnly?: true;
  /** Who asks; everybody where it is not said. */
  readonly principals?: readonly Principal[];
  readonly say?: (line: string) => void;
}

/** Asks everything of everybody, of every route the document has. */
export async function proveRoutes(world: World, { oneIn = 1, readsOnly, principals, say = () => {} }: Options = {}): Promise<RoutesProof> {
  const document = (await (await fetch(`${world.api.url}/api/openapi.json`)).json()) as OpenApi;
  const operations = operationsOf(world.api.app, document);
  const run = new Run(world, operations, principals ?? (await principalsOf(world)), new Probes(world, document), say);
  for (const name of leftOver(operations)) run.find('fault', `tools/prove/sources.ts has a row for ${name}, which is no route.`);
  await run.denials(oneIn);
  await run.reads(oneIn);
  if (readsOnly) return run.result();
  await run.swaps(oneIn);
  await run.writes(oneIn);
  run.succeeded();
  // of a sample, the other half of a pair may not have been asked
  if (oneIn === 1) run.twins();
  return run.result();
}

class Run {
  private readonly findings: Finding[] = [];
  private readonly counts = { probes: 0, denied: 0, reached: 0 };
  /** The one body each refusal has, to the byte. */
  private readonly bodies = new Map<string, string>();
  /** Of things that are there, and somebody's. */
  private readonly denied: { readonly address: string; readonly shown: string }[] = [];
  private readonly opened = { addresses: new Set<string>(), operations: new Set<string>() };

  constructor(
    private readonly world: World, private readonly operations: readonly Operation[], private readonly principals: readonly Principal[],
    private readonly probes: Probes, private readonly say: (line: string) => void,
  ) {}

  /** All that must be refused, at once: afterwards not one row of the database may be another. */
  async denials(oneIn: number): Promise<void> {
    const before = await fingerprint(this.world.api);
    const all = (await this.all(this.operations)).filter(({ expected }) => expected !== 'reached');
    // guests have two routes among hundreds, so that a sample would hardly ever ask one guest for what is another's
    const chosen = all.filter(({ principal, operation }, index) => index % oneIn === 0 || (principal.caller?.guest && operation.action === 'guest.answer'));
    this.say(`${chosen.length} requests that must be refused`);
    await this.each(chosen, 8);
    for (const table of changed(before, await fingerprint(this.world.api))) this.find('leak', `Refused requests changed rows of app.${table}.`);
  }

  /** What may be read, by everybody who may: it is there, and holds nothing of anybody else's. */
  async reads(oneIn: number): Promise<void> {
    const all = (await this.all(this.operations.filter(({ verb }) => verb === 'GET'))).filter(({ expected }) => expected === 'reached');
    const first = new Map(all.toReversed().map((probe) => [probe.operation, probe]));
    const chosen = all.filter((probe, index) => index % oneIn === 0 || first.get(probe.operation) === probe);
    this.say(`${chosen.length} requests that must be answered`);
    await this.each(chosen, 8);
  }

  /** Another's identifier in a query or a body is the same as one that was invented. */
  async swaps(oneIn: number): Promise<void> {
    this.say('identifiers of others in queries and bodies');
    const asking = this.principals.filter(({ caller, withoutToken, stage }) => caller && !withoutToken && !stage);
    for (const principal of asking.filter((_, index) => index % Math.ceil(oneIn / 4) === 0)) {
      await this.untouched(principal, async () => {
        for (const operation of this.operations) await this.swapsOf(principal, operation);
      });
    }
  }

  /** What may be changed, by everybody who may: nothing of anybody else's changes with it. */
  async writes(oneIn: number): Promise<void> {
    const rank = ({ name }: Operation) => last.indexOf(name);
    const writing = this.operations.filter(({ verb, open }) => verb !== 'GET' && !open).toSorted((one, other) => rank(one) - rank(other));
    this.say('changes by those who may');
    for (const operation of writing) {
      // nobody who could not sign in again may end the session they ask with
      const asking = operation.action === 'session.own' ? this.principals.filter(({ again }) => again) : this.principals;
      for (const [index, principal] of asking.entries()) {
        if (index % Math.ceil(oneIn / 4) !== 0 && (this.opened.operations.has(operation.name) || operation.name in succeedElsewhere)) continue;
        const all = (await this.all([operation], [principal])).filter(({ expected }) => expected === 'reached');
        if (all.length === 0) continue;
        await this.untouched(principal, async () => {
          for (const probe of all) await this.ask(probe, await doorFor(probe));
        }, ownEverywhere[operation.name]);
      }
    }
  }

  /** Every refusal of something that is there must have somebody whom the same request lets through. */
  twins(): void {
    for (const { address, shown } of this.denied) if (!this.opened.addresses.has(address)) this.find('fault', `${shown}, and there is nobody whom it lets through.`);
  }

  /** An operation that nobody succeeds in is refused to everybody, which proves nothing. */
  succeeded(): void {
    for (const { name } of this.operations.filter(({ open }) => !open)) {
      if (succeedElsewhere[name]) continue;
      if (!this.opened.operations.has(name)) this.find('fault', `${name} succeeded for nobody, so its refusals prove nothing: see \`bodies\` in tools/prove/sources.ts, or give apps/api/test/sides.ts something it works on.`);
    }
  }

  result(): RoutesProof {
    return { ...this.counts, twins: this.denied.length, operations: this.operations.length, principals: this.principals.length, findings: this.findings };
  }

  find(kind: Finding['kind'], what: string): void {
    this.findings.push({ kind, what });
  }

  private async all(operations: readonly Operation[], principals = this.principals): Promise<Probe[]> {
    const all: Probe[] = [];
    for (const operation of operations.filter(({ open }) => !open)) {
      for (const things of await this.probes.addresses(operation)) {
        for (const principal of principals) all.push(this.probes.probe(principal, operation, things));
      }
    }
    return all;
  }

  private async each(probes: readonly Probe[], atOnce: number): Promise<void> {
    let next = 0;
    const worker = async () => {
      for (let probe = probes[next++]; probe; probe = probes[next++]) {
        await this.ask(probe);
        if (next % 5000 === 0) this.say(`  ${next} of ${probes.length}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  }

  private async ask({ principal, operation, things, expected, sent: make }: Probe, door: Door = principal.door): Promise<Answer> {
    const sent = await make();
    let answer = await door.send(sent);
    this.counts.probes++;
    if (answer.status === 429) {
      // too much at once for a person, and nothing to do with whose it is
      await this.world.api.administrator.query('delete from app.attempt');
      answer = await door.send(sent);
    }
    const shown = () => `${principal.name}: ${sent.verb} ${sent.path} was answered ${answer.status} ${codeOf(answer)}`;
    if (answer.status >= 500) this.find('fault', `${shown()}.`);
    const address = `${sent.verb} ${sent.path}`;
    if (expected === 'reached') this.reached(answer, operation, address, shown);
    else if (expected !== 'either') {
      this.counts.denied++;
      this.refused(answer, expected, principal, operation, shown);
      if (ofOneOwner(things) && this.canAsk(things)) this.denied.push({ address, shown: shown() });
    }
    for (const id of othersIn(answer, principal, sent.path, operation.name in ownEverywhere, this.world.owners)) this.find('leak', `${shown()} and holds ${id}, which is another's.`);
    return answer;
  }

  /** What is a person's own, only they can be let through to. */
  private canAsk(things: readonly Thing[]): boolean {
    return things.every(({ personId }) => personId === null || this.principals.some(({ caller, again }) => again && caller?.personId === personId));
  }

  private reached(answer: Answer, { name, action }: Operation, address: string, shown: () => string): void {
    // beside those for guests there are links that the body holds: one that is not good is no question of whose
    if (codeOf(answer) in refusals && (action === 'guest.answer' || !linkCodes.includes(codeOf(answer)))) return this.find('fault', `${shown()}, and must get through.`);
    this.counts.reached++;
    this.opened.addresses.add(address);
    if (answer.status < 300) this.opened.operations.add(name);
  }

  private refused(answer: Answer, expected: keyof typeof refusals, { name, stage = 'full' }: Principal, { byToken }: Operation, shown: () => string): void {
    if (answer.status !== refusals[expected] || codeOf(answer) !== expected) return this.find('leak', `${shown()}, and must be refused with ${refusals[expected]} ${expected}.`);
    const body = answer.bytes.toString('latin1');
    // whoever is half signed in is told what they owe, and a guest why their own link has ended: that is known to them already
    const cause = expected === 'second-factor-needed' ? `${expected} ${stage}` : expected === 'guest-link-over' ? `${expected} ${name}` : expected === 'not-signed-in' && byToken ? 'no token' : expected;
    const known = this.bodies.get(cause) ?? body;
    this.bodies.set(cause, known);
    if (body !== known) this.find('leak', `${shown()} in other words than elsewhere, which tells one cause from another.`);
  }

  private async swapsOf(principal: Principal, operation: Operation): Promise<void> {
    if (operation.open || ['not-allowed', 'not-signed-in'].includes(this.probes.probe(principal, operation, []).expected)) return;
    for (const { property } of this.probes.identifiers(operation)) {
      const source = propertySource(operation.name, property);
      if (source === 'fresh') continue;
      const foreign = (await this.world.things(source)).filter((thing) => !visible(principal, thing));
      for (const things of (await this.probes.addresses(operation)).filter((some) => some.every(({ absent }) => !absent))) {
        const invented = this.probes.probe(principal, operation, things, { [property]: crypto.randomUUID() });
        if (invented.expected !== 'reached') continue;
        const model = withoutChance(await this.ask({ ...invented, expected: 'either' }, await doorFor(invented)));
        for (const { value } of foreign) {
          const probe = this.probes.probe(principal, operation, things, { [property]: value });
          const answer = await this.ask({ ...probe, expected: 'either' }, await doorFor(probe));
          if (withoutChance(answer) !== model) this.find('leak', `${principal.name}: ${operation.name} tells another's ${property} from one that was invented.`);
        }
      }
    }
  }

  /** Runs what this caller may do, and looks whether anything beside changed. */
  private async untouched({ name, side, caller }: Principal, work: () => Promise<void>, own: readonly string[] = []): Promise<void> {
    const others = this.world.sides.find((one) => one !== side)!;
    const theirs = caller?.guest?.organisationId ?? (caller && !seesAll(caller) && caller.memberships.length === 1 ? caller.memberships[0]!.organisationId! : undefined);
    const print = async () => [
      await fingerprint(this.world.api, { partnershipId: others.partnershipId }),
      ...(theirs ? [await fingerprint(this.world.api, { partnershipId: side.partnershipId, butOrganisation: theirs })] : []),
    ];
    const before = await print();
    await work();
    for (const [index, after] of (await print()).entries()) {
      for (const table of changed(before[index]!, after).filter((one) => !own.includes(one))) this.find('leak', `${name} changed rows of app.${table} that are another's.`);
    }
  }
}

const linkCodes = ['link-not-good', 'guest-link-over'];

/** What changes one's own session is done in another one, so that this one goes on. */
async function doorFor({ operation: { verb, action }, principal }: Probe): Promise<Door | undefined> {
  return action === 'session.own' && verb !== 'GET' ? principal.again?.() : undefined;
}

function ofOneOwner(things: readonly Thing[]): boolean {
  const owners = things.flatMap(({ partnershipIds }) => (partnershipIds ? [new Set(partnershipIds)] : []));
  return things.length > 0 && [...(owners[0] ?? [])].some((id) => owners.every((some) => some.has(id))) && things.every((thing, at) => !thing.absent && standsBehind(thing, things[at - 1]));
}

function visible({ caller, partnershipIds: own }: Principal, { value, partnershipIds, organisationId }: Thing): boolean {
  return own.includes(value) || mayLearnOf(caller, { partnershipIds: partnershipIds ?? [], organisationId });
}
