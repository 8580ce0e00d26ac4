import { cutOffs, holdsEverything, isHeld, retention, retentionKinds, type Hold, type Periods, type RetentionKind } from '@attest/domain/records';
import type { Database, NamedView } from '@attest/shared/api';
import type { DisposalPreview, DueRound, DueView } from './retention.dto';

export interface DueReturn {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly roundId: string;
  readonly roundName: string;
  readonly finalOn: string;
}

/** $1: the last final date that is due. */
const DUE_RETURNS = `
  select s.id, s.organisation_id as "organisationId", m.organisation_name as "organisationName", r.id as "roundId", r.name as "roundName", r.final_on::text as "finalOn"
  from app.submission s
  join app.round r on r.partnership_id = s.partnership_id and r.id = s.round_id
  join app.round_member m on m.partnership_id = s.partnership_id and m.id = s.round_member_id
  where s.disposed_on is null and r.final_on <= $1::date
  order by r.final_on, r.name, m.organisation_name, s.id`;

const HOLDS = 'select on_organisation_id as "organisationId", on_round_id as "roundId" from app.legal_hold where lifted_at is null';

interface Found { readonly due: number; readonly held: number; readonly oldest: string | null; readonly newest: string | null }
interface DueRow { readonly kind: RetentionKind; readonly due: string; readonly oldest: Date; readonly newest: Date }

export interface Due {
  readonly cutOffs: Readonly<Record<RetentionKind, string>>;
  readonly preview: DisposalPreview;
}

/** Everything that has been kept long enough on that day, and what of it is held back. */
export async function dueOn(today: string, periods: Periods, database: Database): Promise<Due> {
  const until = cutOffs(periods, today);
  const { due, held, holds } = await returnsDue(until.returns, database);
  const found = new Map<RetentionKind, Found>([['returns', ofReturns(due, held)], ['people', await ofPeople(until.people, database)]]);
  const all = holdsEverything(holds);
  for (const row of await database.query<DueRow>('select * from app.due_records($1)', [JSON.stringify(until)])) found.set(row.kind, ofRecords(row, all));
  const kinds = retentionKinds.map((kind): DueView => ({ kind, name: retention[kind].name, until: until[kind], ...(found.get(kind) ?? nothing) }));
  return { cutOffs: until, preview: { asOf: today, total: kinds.reduce((sum, one) => sum + one.due, 0), kinds, rounds: byRound(due, held) } };
}

/** Returns of rounds whose final date was that day or before, and those of them that are held back. */
export async function returnsDue(until: string, database: Database): Promise<{ due: DueReturn[]; held: DueReturn[]; holds: Hold[] }> {
  const holds = await database.query<Hold>(HOLDS);
  const candidates = await database.query<DueReturn>(DUE_RETURNS, [until]);
  return { holds, due: candidates.filter((one) => !isHeld(one, holds)), held: candidates.filter((one) => isHeld(one, holds)) };
}

const nothing: Found = { due: 0, held: 0, oldest: null, newest: null };

const ofReturns = (due: readonly DueReturn[], held: readonly DueReturn[]): Found =>
  ({ due: due.length, held: held.length, oldest: due[0]?.finalOn ?? null, newest: due.at(-1)?.finalOn ?? null });

async function ofPeople(until: string, database: Database): Promise<Found> {
  const { due, oldest, newest } = (await database.one<{ due: number; oldest: string | null; newest: string | null }>(
    'select count(*)::int as due, min(left_at)::date::text as oldest, max(left_at)::date::text as newest from app.due_people($1)', [until]))!;
  return { due, held: 0, oldest, newest };
}

function ofRecords({ due, oldest, newest }: DueRow, all: boolean): Found {
  const days = { oldest: oldest.toISOString().slice(0, 10), newest: newest.toISOString().slice(0, 10) };
  return all ? { due: 0, held: Number(due), ...days } : { due: Number(due), held: 0, ...days };
}

function byRound(due: readonly DueReturn[], held: readonly DueReturn[]): DueRound[] {
  const rounds = new Map([...due, ...held].map(({ roundId, roundName, finalOn }) => [roundId, { id: roundId, name: roundName, finalOn }]));
  const organisations = (of: readonly DueReturn[], roundId: string): NamedView[] =>
    of.filter((one) => one.roundId === roundId).map(({ organisationId: id, organisationName: name }) => ({ id, name }));
  return [...rounds.values()].map((round) => ({ ...round, organisations: organisations(due, round.id), held: organisations(held, round.id) }))
    .sort((one, other) => one.finalOn.localeCompare(other.finalOn) || one.name.localeCompare(other.name));
}
