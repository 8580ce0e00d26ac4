import type { Template } from '../questionnaire';
import type { Back, Step } from './step';

/** Something as it was in one round of several. */
export interface Place {
  /** Its key there; `null` where it was not there, or cannot be followed that far. */
  readonly key: string | null;
  /** How it may be held against the round before; `null` where there is nothing to hold it against. */
  readonly step: Step | null;
}

/** From one round's edition back to the edition of the round before, newest first; `null` where the one does not come from the other. */
export type Way = readonly Template[] | null;

/** Through all rounds, newest first: one place for each round, of which there is one more than ways. */
export function threadBack(ways: readonly Way[], key: string, back: (way: readonly Template[], key: string) => Back): readonly Place[] {
  let at: string | null = key;
  return [...ways, 'first' as const].map((way): Place => {
    const here = at;
    if (here === null || way === 'first') return { key: here, step: null };
    const found: Back = way === null ? { key: null, step: unconnected } : back(way, here);
    at = found.key;
    return { key: here, step: found.step };
  });
}

const unconnected: Step = { joined: 'apart', reasons: ['unconnected'], questions: 0, comparable: 0 };
