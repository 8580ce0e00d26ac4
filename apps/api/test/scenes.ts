import { hash } from '@node-rs/argon2';
import { v7 as uuid } from 'uuid';
import type { Role } from '@attest/domain/access';
import type { Feature, Phase, Sector } from '@attest/domain/questionnaire';
import { enter } from './authenticators';
import type { Client } from './client';
import type { RunningApi } from './start-api';

/** Everybody's in these scenes. Hashed cheaply, so that setting a scene with ten people takes no time. */
export const PASSWORD = 'three quiet herons by the weir';
const passwordHash = hash(PASSWORD, { memoryCost: 64, timeCost: 1, parallelism: 1 });

export interface Area { readonly id: string; readonly name: string; readonly laCode: string }
export interface Person { readonly id: string; readonly email: string; readonly name: string; readonly role: Role }
export interface Partnership {
  readonly id: string;
  readonly areas: readonly Area[];
  /** The first person of the business unit, signed in where the partnership was founded through the front door. */
  readonly businessUnit: Client;
}

const middlesbrough = { name: 'Middlesbrough', laCode: '806' };
const redcar = { name: 'Redcar and Cleveland', laCode: '807' };

/** Founded through the front door, with its business unit signed in. */
export async function aPartnership(api: RunningApi, { areas = [middlesbrough, redcar] }: { readonly areas?: readonly Omit<Area, 'id'>[] } = {}): Promise<Partnership> {
  const first = { partnershipName: 'South Riverside Safeguarding Children Partnership', areas, name: 'Priya Shah', email: 'priya@example.org', password: PASSWORD };
  const founded = await api.client().post('/api/first-administrator', first);
  if (founded.status !== 204) throw new Error(`The partnership was not founded: ${JSON.stringify(founded.body)}`);
  const businessUnit = api.client();
  const { partnership: { id } } = await enter(api, businessUnit, first.email, PASSWORD);
  return { id, areas: await areasOf(api, id), businessUnit };
}

/** Only one partnership can be founded through the front door; another comes in behind the curtain. */
export async function anotherPartnership(api: RunningApi, { areas = [{ name: 'Elsewhere', laCode: '999' }] }: { readonly areas?: readonly Omit<Area, 'id'>[] } = {}): Promise<Partnership> {
  const id = uuid();
  await api.administrator.query('insert into app.partnership (id, name) values ($1, $2)', [id, `Partnership ${id}`]);
  for (const area of areas) {
    await api.administrator.query('insert into app.area (partnership_id, id, name, la_code) values ($1, $2, $3, $4)', [id, uuid(), area.name, area.laCode]);
  }
  const person = await aPerson(api, { role: 'business-unit', partnershipId: id });
  return { id, areas: await areasOf(api, id), businessUnit: await signedIn(api, person) };
}

async function areasOf(api: RunningApi, partnershipId: string): Promise<Area[]> {
  const { rows } = await api.administrator.query<Area>(
    'select id, name, la_code as "laCode" from app.area where partnership_id = $1 order by name', [partnershipId]);
  return rows;
}

/** With the role, in the organisation where it is one that is held there; in the first partnership unless told otherwise. */
export async function aPerson(api: RunningApi, { role, organisationId = null, partnershipId, name = `The ${role}` }: {
  readonly role: Role; readonly organisationId?: string | null; readonly partnershipId?: string; readonly name?: string;
}): Promise<Person> {
  const id = uuid();
  const email = `${role}.${id}@example.org`;
  await api.administrator.query('insert into app.person (id, email, name, password_hash) values ($1, $2, $3, $4)', [id, email, name, await passwordHash]);
  await api.administrator.query('insert into app.membership (partnership_id, id, person_id, organisation_id, role) values ($1, $2, $3, $4, $5)',
    [partnershipId ?? (await firstPartnership(api)), uuid(), id, organisationId, role]);
  return { id, email, name, role };
}

/** A browser in which the person has just signed in, second factor and all. */
export async function signedIn(api: RunningApi, { email }: Pick<Person, 'email'>): Promise<Client> {
  const client = api.client();
  await enter(api, client, email, PASSWORD);
  return client;
}

interface OrganisationScene {
  readonly name?: string; readonly type?: string; readonly features?: readonly Feature[]; readonly status?: string;
  readonly partnershipId?: string;
  /** Null for all areas. A school is in the first area unless told otherwise. */
  readonly areaId?: string | null;
  readonly fromOn?: string; readonly toOn?: string | null;
}

/** A maintained primary school of the first partnership, unless told otherwise. */
export async function aSchool(api: RunningApi, changes: OrganisationScene & {
  readonly phase?: Phase; readonly urn?: string; readonly postcode?: string; readonly predecessorId?: string | null;
} = {}): Promise<{ id: string; name: string; urn: string }> {
  const id = uuid();
  const { name = `School ${id.slice(-6)}`, urn = nextUrn(), phase = 'primary', type = 'Community school', features = ['maintained'], status = 'open' } = changes;
  await api.administrator.query(
    `insert into app.organisation (id, kind, name, urn, phase, type, features, status, postcode, predecessor_id)
     values ($1, 'school', $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, name, urn, phase, type, features, status, changes.postcode ?? '', changes.predecessorId ?? null]);
  await takingPart(api, id, changes);
  return { id, name, urn };
}

/** A statutory agency that works across all areas of the first partnership, unless told otherwise. */
export async function anAgency(api: RunningApi, changes: OrganisationScene & { readonly sector?: Sector } = {}): Promise<{ id: string; name: string }> {
  const id = uuid();
  const { name = `Agency ${id.slice(-6)}`, sector = 'police', features = ['statutory', 'commissions'], status = 'open' } = changes;
  await api.administrator.query(
    "insert into app.organisation (id, kind, name, sector, type, features, status) values ($1, 'agency', $2, $3, $4, $5, $6)",
    [id, name, sector, changes.type ?? '', features, status]);
  await takingPart(api, id, { areaId: null, ...changes });
  return { id, name };
}

export interface Round { readonly id: string; readonly name: string; readonly reference: string; readonly denominator: number | null }
interface RoundScene {
  /** Of the template in the library. */
  readonly code?: string; readonly name?: string; readonly opensOn?: string; readonly dueOn?: string; readonly finalOn?: string;
  readonly audience?: { readonly areaIds?: readonly string[]; readonly phases?: readonly Phase[]; readonly sectors?: readonly Sector[]; readonly types?: readonly string[] };
}

/** Drafted through the front door: every school, by 11 December 2026, unless told otherwise. */
export async function aRound(businessUnit: Client, { code = 'section-175', audience, ...changes }: RoundScene = {}): Promise<Round> {
  const { body: templates } = await businessUnit.get<{ versionId: string; code: string; title: string }[]>('/api/templates');
  const template = templates.find((one) => one.code === code);
  const drafted = await businessUnit.post<Round>('/api/rounds', {
    templateVersionId: template?.versionId, name: `${template?.title} ${uuid().slice(-6)}`, opensOn: '2026-09-14', dueOn: '2026-12-11', finalOn: '2027-01-29',
    audience: { areaIds: [], phases: [], sectors: [], types: [], ...audience }, ...changes,
  });
  if (drafted.status !== 201) throw new Error(`The round was not drafted: ${JSON.stringify(drafted.body)}`);
  return drafted.body;
}

/** Drafted and opened: everybody in its audience has an empty return. */
export async function anOpenRound(businessUnit: Client, changes: RoundScene = {}): Promise<Round> {
  const { id } = await aRound(businessUnit, changes);
  const opened = await businessUnit.post<Round>(`/api/rounds/${id}/open`);
  if (opened.status !== 200) throw new Error(`The round was not opened: ${JSON.stringify(opened.body)}`);
  return opened.body;
}

/** The return that waits for an organisation in a round. */
export async function returnOf(api: RunningApi, round: Pick<Round, 'id'>, organisation: { readonly id: string }): Promise<string> {
  const { rows } = await api.administrator.query<{ id: string }>(
    'select id from app.submission where round_id = $1 and organisation_id = $2', [round.id, organisation.id]);
  if (!rows[0]) throw new Error('That organisation is not asked in this round.');
  return rows[0].id;
}

async function takingPart(api: RunningApi, organisationId: string, { partnershipId, areaId, fromOn = '2020-01-01', toOn = null }: OrganisationScene): Promise<void> {
  const partnership = partnershipId ?? (await firstPartnership(api));
  const area = areaId === undefined ? (await areasOf(api, partnership))[0]?.id : areaId;
  await api.administrator.query(
    'insert into app.participation (partnership_id, id, organisation_id, area_id, from_on, to_on) values ($1, $2, $3, $4, $5, $6)',
    [partnership, uuid(), organisationId, area ?? null, fromOn, toOn]);
}

async function firstPartnership(api: RunningApi): Promise<string> {
  const { rows } = await api.administrator.query<{ id: string }>('select id from app.partnership order by founded_at, id limit 1');
  if (!rows[0]) throw new Error('Set up aPartnership first.');
  return rows[0].id;
}

let urns = 200_000;
const nextUrn = () => String(++urns);
