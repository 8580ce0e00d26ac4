import type { Answer } from '@attest/domain/questionnaire';
import type { AnswerView, SavedAnswer } from '@attest/shared/client';
import type { Place } from '../place';
import type { Operation, Problem } from './line';

/** What stands around the outbox: the API, the page, the clock. */
export interface Surroundings {
  send(place: Place, operation: Operation): Promise<SavedAnswer>;
  /** Keeps for its author what can never be an answer any more. */
  keep(place: Place, operation: Operation, because: string): Promise<void>;
  problemOf(error: unknown): Problem;
  /** What stands now, as far as the page knows. */
  standing(place: Place): Answer;
  saved(place: Place, saved: SavedAnswer): void;
  /** Somebody else's answer has been chosen. */
  taken(place: Place, theirs: AnswerView | null): void;
  refused(place: Place, problem: Problem): void;
  /** Something about the lines has changed. */
  changed(): void;
  later(milliseconds: number, act: () => void): () => void;
  /** Scales every wait; 1 for people. */
  readonly pace: number;
}
