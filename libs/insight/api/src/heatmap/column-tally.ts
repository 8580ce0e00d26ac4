import type { Level } from '@attest/domain/questionnaire';
import { NOT_ASKED, NOT_RATED, type Levels } from './standings';

/** How many stand where, column by column. Whoever comes is counted and let go: a country takes as much room as a village. */
export class ColumnTally {
  private readonly places: readonly number[][];
  private added = 0;

  constructor(columns: number, private readonly scale: readonly Level[]) {
    this.places = Array.from({ length: columns }, () => Array<number>(scale.length - NOT_ASKED).fill(0));
  }

  /** How many have come. */
  get size(): number {
    return this.added;
  }

  add(levels: Levels): void {
    this.added += 1;
    for (let column = 0; column < this.places.length; column++) this.places[column]![levels.places[column]! - NOT_ASKED]! += 1;
  }

  at(column: number): { readonly counts: Record<string, number>; readonly base: number; readonly notRated: number; readonly notAsked: number } {
    const countOf = (place: number) => this.places[column]![place - NOT_ASKED]!;
    const counts = Object.fromEntries(this.scale.map(({ key }, place) => [key, countOf(place)]));
    return { counts, base: this.scale.reduce((sum, _, place) => sum + countOf(place), 0), notRated: countOf(NOT_RATED), notAsked: countOf(NOT_ASKED) };
  }
}
