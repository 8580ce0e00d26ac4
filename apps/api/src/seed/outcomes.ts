import { people } from './people';
import type { Random } from './random';
import { day, type DemonstrationRound } from './rounds';
import type { Participant } from './round-filler';

/** How far one organisation got in one round, and when. */
export interface Outcome {
  /** Share of the questions answered, from 0 (not started) to 1. */
  readonly share: number;
  readonly savedAt: string | null;
  readonly submittedAt: string | null;
  /** Who answered and signed. */
  readonly by: string;
}

/** The accounts of the demonstration have work to do: theirs are begun and not finished. */
const begun: Readonly<Record<string, number>> = { 'Oakfield Primary School': 0.5, 'Riverland Police': 0.35, 'Harbourside Homes': 0.6 };

export function outcomeOf(round: DemonstrationRound, { name }: Participant, random: Random): Outcome {
  const by = random.pick(people);
  const fate = random.next();
  if (round.open && name in begun) return { share: begun[name]!, savedAt: at(day(round.opensOn, 40), random), submittedAt: null, by };
  if (!round.open && name in begun) return handedIn(day(round.dueOn, -9), by, random);
  const returned = round.open ? 0.58 : 0.9;
  const late = round.open ? 0 : 0.05;
  if (fate < returned) return handedIn(day(round.dueOn, -random.whole(round.open ? 24 : 1, 50)), by, random);
  if (fate < returned + late || (round.open && round.audience === 'agency' && fate < returned + 0.08)) return handedIn(day(round.dueOn, random.whole(1, round.open ? 4 : 20)), by, random);
  if (round.open && fate < 0.82) return { share: 0.1 + random.next() * 0.8, savedAt: at(day(round.opensOn, random.whole(20, 60)), random), submittedAt: null, by };
  return { share: 0, savedAt: null, submittedAt: null, by };
}

function handedIn(date: string, by: string, random: Random): Outcome {
  const moment = at(date, random);
  return { share: 1, savedAt: moment, submittedAt: moment, by };
}

const at = (date: string, random: Random) => `${date}T${String(random.whole(8, 16)).padStart(2, '0')}:${String(random.whole(0, 59)).padStart(2, '0')}:00Z`;
