import type { Colour } from '@attest/domain/questionnaire';

/** Something with a name that can be pointed at. */
export interface NamedView {
  id: string;
  name: string;
}

/** One level of a scale, as it is drawn: letter and word first, colour third. */
export interface LevelView {
  key: string;
  letter: string;
  word: string;
  colour: Colour;
  score: number;
  meets: boolean;
  meaning: string;
}
