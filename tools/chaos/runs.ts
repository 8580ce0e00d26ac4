import type pg from 'pg';
import { history, type Lane, type Stage } from './history';
import { Ledger, type Verdict } from './ledger';
import { pause } from './page';
import type { Mistake } from './transport';

interface Options {
  readonly servers: readonly string[];
  readonly lanes: readonly Lane[];
  readonly runs: number;
  readonly seed: number;
  readonly mistake?: Mistake | null;
  /** Asks the database as its administrator, again and again until it is there. */
  readonly ask: (sql: string, parameters?: unknown[]) => Promise<pg.QueryResult>;
  readonly say?: (done: number) => void;
}

/** So many histories, as many at once as there are returns; then everything typed is looked for in the database. */
export async function runAll({ servers, lanes, runs, seed, mistake = null, ask, say = () => {} }: Options): Promise<Verdict> {
  const ledger = new Ledger();
  const set = (hours: number) => async (sessionId: string) => void (await ask("update app.session set expires_at = now() + make_interval(hours => $2) where id = $1", [sessionId, hours]));
  const stage: Stage = { servers, ledger, mistake, endSession: set(-1), renewSession: set(12) };
  if (mistake === 'last-write-wins') await ask(FORGETS);
  let [begun, done] = [0, 0];
  await Promise.all(lanes.map(async (lane) => {
    for (let run = begun++; run < runs; run = begun++) {
      await history(seed + run, lane, stage);
      say(++done);
    }
  }));
  const { rows } = await ask('select note, outcome from app.answer_event');
  return ledger.judge(rows as { note: string; outcome: string }[]);
}

/** A database that knows of each answer only what was written last. */
const FORGETS = `
  create or replace function public.forget_all_but_the_last() returns trigger language plpgsql security definer as $$
  begin
    delete from app.answer_event e where e.partnership_id = new.partnership_id and e.submission_id = new.submission_id and e.question_id = new.question_id and e.operation_id <> new.operation_id;
    return null;
  end $$;
  create or replace trigger forget_all_but_the_last after insert on app.answer_event for each row execute function public.forget_all_but_the_last()`;

/** Keeps asking: the database may be in the middle of coming back. */
export async function until<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries > 300) throw error;
      await pause(100);
    }
  }
}
