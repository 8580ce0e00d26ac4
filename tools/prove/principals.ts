import { randomBytes } from 'node:crypto';
import { organisationRoles, partnershipRoles, roles, type Caller, type Membership, type Role } from '@attest/domain/access';
import { hashOf, type Stage } from '@attest/shared/api';
import { v7 as uuid } from 'uuid';
import { PASSWORD, aPerson, signedIn, type Person } from '../../apps/api/test/scenes';
import { aGuestLink } from '../../apps/api/test/guest-scenes';
import { organisationRole, type Side } from '../../apps/api/test/sides';
import { Door } from './door';
import type { World } from './world';

/** Somebody who asks, with what is known of them here and not by the program. */
export interface Principal {
  readonly name: string;
  readonly side: Side;
  readonly door: Door;
  /** Null for whoever is not signed in, whatever they send. */
  readonly caller: Caller | null;
  /** Sends an access token, and has no session. */
  readonly byToken?: true;
  /** Sends no token with what changes something. */
  readonly withoutToken?: true;
  /** How far they have come in signing in. */
  readonly stage?: Stage;
  /** Where they have a role, in this partnership or another: they may know that. */
  readonly partnershipIds: readonly string[];
  /** The same person in other partnerships. */
  readonly elsewhere?: readonly Caller[];
  /** Another session of the same person, for what ends the one it is called with; none where they could not sign in again. */
  readonly again?: (() => Promise<Door>) | undefined;
  /** What a guest is told: their questions, and by name the organisation and the round (see `sign` in world.ts). */
  readonly knows?: readonly string[];
  /** A guest whose link opens nothing any more. */
  readonly over?: true;
}

export async function principalsOf(world: World): Promise<Principal[]> {
  const [all, programs]: [Principal[], Principal[]] = [[], []];
  for (const [index, side] of world.sides.entries()) {
    const cast = new Cast(world, side, world.sides[1 - index]!, index === 0 ? 'here' : 'there');
    all.push(...(await cast.roles()), ...(await cast.manifold()), ...(await cast.strangers()), ...(await cast.guests()));
    programs.push(...(await cast.programs()));
  }
  return [...all, ...programs];
}

class Cast {
  constructor(private readonly world: World, private readonly side: Side, private readonly other: Side, private readonly where: string) {}

  /** Every role, in the school and in its sibling. */
  async roles(): Promise<Principal[]> {
    const { ids, person } = this.side;
    const all: Principal[] = [];
    for (const role of roles) all.push(await this.member(`${role}`, person[role], [[role, organisationRole(role) ? ids.school : null]]));
    for (const role of organisationRoles) all.push(await this.enrolled(`${role} of the sibling`, [[role, ids.sibling]]));
    return all;
  }

  /** Those whose memberships are more than one, or fewer than they were. */
  async manifold(): Promise<Principal[]> {
    const { school, sibling } = this.side.ids;
    const joint = await this.enrolled('business unit here, lead there', [['business-unit', null]], [[this.other, 'lead', this.other.ids.school]]);
    const jointLead = await this.enrolled('lead here, business unit there', [['lead', school]], [[this.other, 'business-unit', null]]);
    return [
      joint, jointLead,
      await this.enrolled('trust-lead of both', [['trust-lead', school], ['trust-lead', sibling]]),
      await this.enrolled('contributor in one, viewer in the other', [['contributor', school], ['viewer', sibling]]),
      await this.enrolled('viewer who was business unit', [['viewer', school]], [[this.side, 'business-unit', null, 'ended']]),
      await this.enrolled('nobody any more', [], [[this.side, 'business-unit', null, 'ended afterwards']]),
    ];
  }

  /** Programs that read in somebody's name, and those whose token is over. */
  async programs(): Promise<Principal[]> {
    const { api } = this.world;
    const tokenOf = async ({ id }: Person) => {
      const token = `attest_${randomBytes(32).toString('base64url')}`;
      await api.administrator.query(`insert into app.access_token (partnership_id, id, person_id, name, token_hash, made_at, expires_at, revoked_at)
        values ($1, gen_random_uuid(), $2, 'A program', $3, '2026-11-20', '2027-01-01', null)`, [this.side.partnershipId, id, hashOf(token)]);
      return token;
    };
    const programs: Principal[] = [];
    for (const role of ['business-unit', 'qp-member', 'lead'] as const) {
      const person = this.side.person[role];
      programs.push({ ...(await this.member(`a program of the ${role}`, person, [[role, organisationRole(role) ? this.side.ids.school : null]])), door: new Door(api.url, '', '', '', await tokenOf(person)), byToken: true, again: undefined });
    }
    for (const [name, change] of [['whose token was taken away', 'revoked_at = now()'], ['whose token is over', "expires_at = '2026-11-21'"]] as const) {
      const token = await tokenOf(this.side.person['business-unit']);
      await api.administrator.query(`update app.access_token set ${change} where token_hash = $1`, [hashOf(token)]);
      programs.push({ name: this.named(`a program ${name}`), side: this.side, door: new Door(api.url, '', '', '', token), caller: null, byToken: true, partnershipIds: [] });
    }
    return programs;
  }

  /** Those who are not signed in, each in another way, and somebody whose token is missing. */
  async strangers(): Promise<Principal[]> {
    const { api } = this.world;
    const unit = this.side.person['business-unit'];
    const ended = async (change: string) => {
      const door = await this.door(unit);
      await api.administrator.query(`update app.session set ${change} where id = (select id from app.session where person_id = $1 order by started_at desc, id limit 1)`, [unit.id]);
      return door;
    };
    const deactivated = await this.enrolled('deactivated', [['business-unit', null]]);
    await api.administrator.query('update app.person set deactivated_at = now() where id = $1', [deactivated.caller!.personId]);
    const out = await signedIn(api, unit);
    const signedOut = Door.of(api.url, out);
    await out.delete('/api/session');
    const { cookie } = await signedIn(api, unit);
    const forged = Door.of(api.url, { cookie: `${cookie.split('=')[0]}=${randomBytes(32).toString('base64url')}`, csrfToken: 'x' });
    const stranger = (name: string, door: Door): Principal => ({ name: this.named(name), side: this.side, door, caller: null, partnershipIds: [] });
    return [
      stranger('anonymous', new Door(api.url)), stranger('with an invented session', forged), stranger('signed out', signedOut),
      stranger('whose session is over', await ended("expires_at = now() - interval '1 second'")),
      stranger('away too long', await ended("seen_at = now() - interval '2 hours'")),
      stranger('deactivated', deactivated.door),
      { ...(await this.member('business unit without a token', unit, [['business-unit', null]])), door: Door.of(api.url, { cookie, csrfToken: '' }), withoutToken: true },
      ...(await this.halfWay()),
    ];
  }

  /** Those who have given their password and owe the second factor, or have to set one up. */
  private async halfWay(): Promise<Principal[]> {
    const unit = this.side.person['business-unit'];
    const fresh = await aPerson(this.world.api, { role: 'business-unit', partnershipId: this.side.partnershipId });
    const at = async (stage: Stage, person: Person): Promise<Principal> => {
      const client = this.world.api.client();
      const { body } = await client.signIn(person.email, PASSWORD);
      if (body.stage !== stage) throw new Error(`${person.email} is at stage ${body.stage}, and ought to be at ${stage}.`);
      const { partnershipId } = this.side;
      const caller = { personId: person.id, partnershipId, memberships: [{ partnershipId, organisationId: null, role: 'business-unit' as const }] };
      return { name: this.named(`business unit at ${stage}`), side: this.side, door: Door.of(this.world.api.url, client), caller, stage, partnershipIds: [partnershipId] };
    };
    return [await at('second-factor', unit), await at('enrolment', fresh)];
  }

  /** Those without an account, each with a link to a question of the same return; and two whose link has ended. */
  async guests(): Promise<Principal[]> {
    const { ids: { school: organisationId, unfinished: submissionId }, partnershipId, version, person } = this.side;
    const lead = await signedIn(this.world.api, person.lead);
    const { rows: [{ round }] } = await this.world.api.administrator.query('select round_id as round from app.submission where id = $1', [submissionId]);
    const guest = async (name: string, key: string, over?: true): Promise<Principal & { readonly link: string }> => {
      const questionIds = [version.id(key)];
      const { id, token } = await aGuestLink(lead, submissionId, questionIds, { name });
      const caller: Caller = { personId: id, partnershipId: NOWHERE, memberships: [], guest: { partnershipId, organisationId, submissionId, questionIds } };
      return { name: this.named(name), side: this.side, door: new Door(this.world.api.url, '', '', token), caller, partnershipIds: [], knows: [...questionIds, organisationId, round], link: id, ...(over && { over }) };
    };
    const all = [await guest('guest', 'policy'), await guest('another guest', 'training'), await guest('guest whose link was revoked', 'policy', true), await guest('guest whose link was until yesterday', 'policy', true)];
    await lead.post(`/api/guest-links/${all[2]!.link}/revoke`);
    await this.world.api.administrator.query("update app.guest_link set until_on = '2026-11-21' where id = $1", [all[3]!.link]);
    return all;
  }

  private named = (name: string) => `${name}, ${this.where}`;

  private async enrolled(name: string, held: [Role, string | null][], others: [Side, Role, string | null, ('ended' | 'ended afterwards')?][] = []): Promise<Principal> {
    const [first, ...more] = [...held.map(([role, organisationId]) => [this.side, role, organisationId] as const), ...others];
    const person = await aPerson(this.world.api, { role: first![1], partnershipId: first![0].partnershipId, organisationId: first![2], name });
    const { administrator } = this.world.api;
    for (const [{ partnershipId }, role, organisationId, ended] of more) {
      await administrator.query(
        "insert into app.membership (partnership_id, id, person_id, organisation_id, role, since, ended_at) values ($1, $2, $3, $4, $5, now() + interval '1 second', case when $6 then now() end)",
        [partnershipId, uuid(), person.id, organisationId, role, ended !== undefined]);
    }
    const partnershipIds = others.flatMap(([{ partnershipId }, , , ended]) => (ended ? [] : [partnershipId]));
    const elsewhere = others.filter(([, , , ended]) => !ended).map(([{ partnershipId }, role, organisationId]): Caller => ({ personId: person.id, partnershipId, memberships: [{ partnershipId, organisationId, role }] }));
    const principal = { ...(await this.member(name, person, held, partnershipIds)), elsewhere };
    if (held.length > 0) return principal;
    await administrator.query('update app.membership set ended_at = now() where person_id = $1', [person.id]);
    return { ...principal, again: undefined };
  }

  private async member(name: string, person: Person, held: [Role, string | null][], elsewhere: readonly string[] = []): Promise<Principal> {
    const { partnershipId } = this.side;
    const memberships: Membership[] = held.map(([role, organisationId]) => ({ partnershipId, organisationId, role }));
    const door = await this.door(person);
    return { name: this.named(name), side: this.side, door, caller: { personId: person.id, partnershipId, memberships }, partnershipIds: [partnershipId, ...elsewhere], again: () => this.door(person) };
  }

  private async door(person: Person): Promise<Door> {
    return Door.of(this.world.api.url, await signedIn(this.world.api, person));
  }
}

/** A guest acts in no partnership. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** Whether the caller has a role in the partnership itself, and so sees the rows of all its organisations. */
export const seesAll = ({ memberships }: Caller) => memberships.some(({ role }) => partnershipRoles.some((known) => known === role));
