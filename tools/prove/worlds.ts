import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { may, organisationRoles, partnershipRoles, type Caller, type Membership, type Role } from '@attest/domain/access';
import { aQuestionnaire, aRound, published, rated, type Published } from '../../apps/api/test/return-scenes';
import { aPartnership, aPerson, aSchool, anotherPartnership, signedIn } from '../../apps/api/test/scenes';
import type { RunningApi } from '../../apps/api/test/start-api';
import { Door } from './door';
import { visibleReturns } from './visible';
import type { Finding } from './routes';

/** Who holds what where, by numbers: partnership 0 or 1, organisation 0, 1 or 2 of it. */
interface Held { readonly partnership: number; readonly organisation: number; readonly role: Role; readonly ended: boolean }
interface Shape { readonly people: readonly (readonly Held[])[]; readonly handedIn: readonly boolean[]; readonly predecessor: boolean }

const roles: readonly Role[] = [...partnershipRoles, ...organisationRoles];
const shapes: fc.Arbitrary<Shape> = fc.record({
  people: fc.array(fc.array(fc.record({ partnership: fc.nat(1), organisation: fc.nat(2), role: fc.constantFrom(...roles), ended: fc.nat(3).map((n) => n === 0) }), { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 3 }),
  handedIn: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  predecessor: fc.boolean(),
});

interface Return { readonly id: string; readonly partnershipId: string; readonly organisationId: string; readonly readers: readonly string[]; readonly handedIn: boolean }

/** Worlds made by chance, in each of which the policy of the domain and the database must say the same of every return. */
export async function proveWorlds(api: RunningApi, count: number, seed: number): Promise<{ readonly worlds: number; readonly probes: number; readonly findings: readonly Finding[] }> {
  api.today('2026-11-22');
  api.app.useLogger(false);
  const partnerships = [(await aPartnership(api)).id, (await anotherPartnership(api)).id] as const;
  const versions = [await published(api, partnerships[0], aQuestionnaire()), await published(api, partnerships[1], aQuestionnaire())] as const;
  const findings: Finding[] = [];
  let probes = 0;
  for (const [at, shape] of fc.sample(shapes, { numRuns: count, seed }).entries()) {
    const world = await built(api, versions, shape);
    for (const held of shape.people) {
      const asked = await compare(api, world, held);
      probes += asked.probes;
      findings.push(...asked.differences.map((what): Finding => ({ kind: 'leak', what: `World ${at} of seed ${seed}, somebody with ${JSON.stringify(held)}: ${what}` })));
    }
  }
  return { worlds: count, probes, findings };
}

interface Built { readonly versions: readonly [Published, Published]; readonly organisations: readonly (readonly string[])[]; readonly returns: readonly Return[] }

async function built(api: RunningApi, versions: Built['versions'], { handedIn, predecessor }: Shape): Promise<Built> {
  const organisations: string[][] = [];
  const returns: Return[] = [];
  for (const [at, version] of versions.entries()) {
    const { partnershipId } = version;
    const first = await aSchool(api, { partnershipId });
    const second = await aSchool(api, { partnershipId });
    // an academy reads what it said as the school it was
    const third = await aSchool(api, { partnershipId, predecessorId: predecessor ? first.id : null });
    const schools = [first, second, third];
    const round = await aRound(api, version, schools.map(({ id }) => id));
    organisations.push(schools.map(({ id }) => id));
    for (const [index, school] of schools.entries()) {
      const done = handedIn[at * 3 + index]!;
      if (done) await api.administrator.query("update app.submission set state = 'submitted', submitted_at = now(), reference = $2 where id = $1", [round.returnOf(school), `R-${uuid()}`]);
      const readers = [school.id, ...(predecessor && school === first ? [third.id] : [])];
      returns.push({ id: round.returnOf(school), partnershipId, organisationId: school.id, readers, handedIn: done });
    }
  }
  return { versions, organisations, returns };
}

/** One person, asked of the database and of the program, against what the domain says. */
async function compare(api: RunningApi, { versions, organisations, returns }: Built, held: readonly Held[]): Promise<{ readonly probes: number; readonly differences: string[] }> {
  const memberships = held.map(({ partnership, organisation, role, ended }) => ({
    partnershipId: versions[partnership]!.partnershipId, role, ended,
    organisationId: partnershipRoles.some((known) => known === role) ? null : organisations[partnership]![organisation]!,
  }));
  const [first] = memberships.filter(({ ended }) => !ended);
  if (!first) return { probes: 0, differences: [] };
  const person = await aPerson(api, first);
  for (const { partnershipId, organisationId, role, ended } of memberships.filter((one) => one !== first)) {
    await api.administrator.query("insert into app.membership (partnership_id, id, person_id, organisation_id, role, since, ended_at) values ($1, $2, $3, $4, $5, now() + interval '1 second', case when $6 then now() end)",
      [partnershipId, uuid(), person.id, organisationId, role, ended]);
  }
  const current: Membership[] = memberships.filter((one) => !one.ended && one.partnershipId === first.partnershipId);
  const caller: Caller = { personId: person.id, partnershipId: first.partnershipId, memberships: current };
  const differences: string[] = [];
  let probes = 0;
  const say = (what: string, expected: boolean, found: boolean) => {
    probes++;
    if (expected !== found) differences.push(`${what}: the domain says ${expected ? 'yes' : 'no'}, and it is ${found ? 'yes' : 'no'}`);
  };
  const visible = await visibleReturns(api, caller, returns.map(({ id }) => id));
  const door = Door.of(api.url, await signedIn(api, person));
  for (const one of returns) {
    const [, reach] = [one.id, { reads: one.readers.some((id) => reaches(caller, one, id)), writes: reaches(caller, one, one.organisationId) && !one.handedIn }];
    say(`the row of return ${one.id} is seen`, reach.reads, visible.seen.has(one.id));
    say(`the row of return ${one.id} is changed`, reach.writes, visible.changed.has(one.id));
    say(`return ${one.id} is read`, mayRead(caller, one), (await door.send({ verb: 'GET', path: `/api/submissions/${one.id}` })).status === 200);
    const version = versions.find(({ partnershipId }) => partnershipId === one.partnershipId)!;
    const saved = await door.send({ verb: 'PUT', path: `/api/submissions/${one.id}/answers/${version.id('policy')}`, headers: { 'if-match': '0' }, body: { operationId: uuid(), ...rated('green') } });
    say(`return ${one.id} is answered`, may(caller, 'submission.answer', one), ![403, 404].includes(saved.status));
  }
  door.close();
  return { probes, differences };
}

/** Whether any role of the caller's has to do with this organisation, whatever it may do there. */
function reaches({ partnershipId, memberships }: Caller, one: Return, organisationId: string): boolean {
  return one.partnershipId === partnershipId && memberships.some((held) => held.organisationId === null || held.organisationId === organisationId);
}

/** What has not been handed in is read by its own people alone. */
function mayRead(caller: Caller, { partnershipId, readers, handedIn }: Return): boolean {
  const own = caller.memberships.some(({ organisationId }) => organisationId !== null && readers.includes(organisationId));
  return (handedIn || own) && readers.some((organisationId) => may(caller, 'submission.read', { partnershipId, organisationId }));
}
