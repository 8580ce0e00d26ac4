import { features, type Feature, type Phase } from '../questionnaire/organisation-profile';
import { establishmentType, type EstablishmentType } from './establishment-types';
import { plain } from './wording';

export interface FeatureFacts {
  readonly type: string;
  readonly typeGroup: string;
  readonly phase: Phase;
  readonly lowAge: number | null;
  readonly inTrust: boolean;
  /** The register's names, such as "Has Nursery Classes", "Has a sixth form", "Boarding school". */
  readonly nurseryProvision: string;
  readonly sixthForm: string;
  readonly boarders: string;
}

/** Only for types unknown to us: the group says less than the type (its "Special schools" are maintained or not). */
const governanceByGroup = new Map<string, EstablishmentType['governance']>(Object.entries({
  'local authority maintained schools': 'maintained',
  'academies': 'academy',
  'free schools': 'academy',
  'independent schools': 'independent',
}));

const boardingNames = ['boarding school', 'children s home boarding school', 'college fe residential accommodation'];

/** What each feature rests on. Reception is early years, so a school that takes four-year-olds has them without a nursery. */
const holds: Partial<Record<Feature, (facts: FeatureFacts) => boolean>> = {
  'maintained': (facts) => governanceOf(facts) === 'maintained',
  'academy': (facts) => governanceOf(facts) === 'academy',
  'independent': (facts) => governanceOf(facts) === 'independent',
  'special': ({ phase }) => phase === 'special',
  'early-years': ({ phase, lowAge, nurseryProvision }) =>
    phase === 'nursery' || plain(nurseryProvision) === 'has nursery classes' || (lowAge !== null && lowAge < 5),
  'sixth-form': ({ phase, sixthForm }) => phase === '16-plus' || plain(sixthForm) === 'has a sixth form',
  'boarding': ({ boarders }) => boardingNames.includes(plain(boarders)),
  'alternative-provision': ({ phase }) => phase === 'alternative-provision',
  'trust': ({ inTrust }) => inTrust,
};

/** In the order of `features`, so that two readings of one row are equal. */
export function featuresOf(facts: FeatureFacts): Feature[] {
  return features.filter((feature) => holds[feature]?.(facts));
}

function governanceOf({ type, typeGroup }: FeatureFacts): EstablishmentType['governance'] {
  const known = establishmentType(type);
  return known ? known.governance : governanceByGroup.get(plain(typeGroup)) ?? null;
}
