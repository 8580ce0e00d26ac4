import type { Phase } from '../questionnaire/organisation-profile';
import { establishmentType } from './establishment-types';
import { plain } from './wording';

const registerPhases = new Map<string, Phase>(Object.entries({
  'nursery': 'nursery',
  'primary': 'primary',
  'middle deemed primary': 'primary',
  'secondary': 'secondary',
  'middle deemed secondary': 'secondary',
  '16 plus': '16-plus',
  'all through': 'all-through',
}));

/** The first line that holds gives the phase; the last always holds. Ages in years, as the register's statutory ages. */
const phasesByAge: readonly { readonly lowest: number; readonly highest: number; readonly phase: Phase }[] = [
  { lowest: 16, highest: 99, phase: '16-plus' },
  { lowest: 0, highest: 5, phase: 'nursery' },
  { lowest: 0, highest: 11, phase: 'primary' },
  { lowest: 9, highest: 99, phase: 'secondary' },
  { lowest: 0, highest: 13, phase: 'primary' },
  { lowest: 0, highest: 99, phase: 'all-through' },
];

/**
 * The phase a Q&P group reports by. A special school or alternative provision is that before anything else, since its peers are;
 * then the register's own phase; then the type; then the ages. With no ages either it is all-through,
 * so that a school of unknown phase is asked too much rather than too little.
 */
export function phaseOf({ type, phaseOfEducation, lowAge, highAge }: PhaseFacts): Phase {
  const setting = establishmentType(type)?.setting;
  if (setting === 'special' || setting === 'alternative-provision') return setting;
  const registered = registerPhases.get(plain(phaseOfEducation));
  if (registered) return registered;
  if (setting === 'nursery' || setting === '16-plus') return setting;
  const [low, high] = [lowAge ?? 0, highAge ?? 99];
  return phasesByAge.find((line) => low >= line.lowest && high <= line.highest)?.phase ?? 'all-through';
}

export interface PhaseFacts {
  readonly type: string;
  /** The register's name of the phase; "Not applicable" for independent and special schools. */
  readonly phaseOfEducation: string;
  readonly lowAge: number | null;
  readonly highAge: number | null;
}
