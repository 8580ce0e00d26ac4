import { measures, type Measure } from './measures';
import { signs, type Sign } from './signs';

export interface Definition {
  readonly key: string;
  readonly name: string;
  readonly formula: string;
  readonly base: string;
  readonly rounding: string;
  readonly signs: readonly (typeof signs)[Sign]['sign'][];
}

const rounding: Readonly<Record<Measure['unit'], string>> = {
  'per cent': 'Once, from the counts, a half upwards: to whole per cent in text, to one decimal in tables. Nothing is worked out from a rounded figure.',
  'count': 'Not rounded.',
  'direction': 'Nothing to round.',
};

/** What every figure means, for the page of definitions and the method note of a file. */
export function definitions(): readonly Definition[] {
  return Object.values<Measure>(measures).map(({ key, name, unit, formula, base, signs: own }) => ({
    key, name, formula, base, rounding: rounding[unit], signs: own.map((one) => signs[one].sign),
  }));
}
