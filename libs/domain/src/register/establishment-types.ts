import { plain } from './wording';

/** What a type of establishment tells by itself. `mainstream` leaves the phase to the register's phase or to the ages. */
export interface EstablishmentType {
  readonly setting: 'mainstream' | 'nursery' | '16-plus' | 'special' | 'alternative-provision' | 'not-surveyed';
  /** Who answers for it in law, where that is one of the three that questionnaires tell apart. */
  readonly governance: 'maintained' | 'academy' | 'independent' | null;
}

/**
 * Every type the register has, by its name. Surveyed are those under a safeguarding duty as schools or colleges:
 * Education Act 2002 section 175 (maintained schools, further education) and section 157 (independent schools and academies),
 * and non-maintained special schools and special post-16 institutions, which the same guidance covers.
 * Secure units answer as agencies, under Section 11.
 */
const types: Readonly<Record<string, EstablishmentType>> = {
  'Community school': { setting: 'mainstream', governance: 'maintained' },
  'Voluntary aided school': { setting: 'mainstream', governance: 'maintained' },
  'Voluntary controlled school': { setting: 'mainstream', governance: 'maintained' },
  'Foundation school': { setting: 'mainstream', governance: 'maintained' },
  'Local authority nursery school': { setting: 'nursery', governance: 'maintained' },
  'Community special school': { setting: 'special', governance: 'maintained' },
  'Foundation special school': { setting: 'special', governance: 'maintained' },
  'Pupil referral unit': { setting: 'alternative-provision', governance: 'maintained' },

  'Academy converter': { setting: 'mainstream', governance: 'academy' },
  'Academy sponsor led': { setting: 'mainstream', governance: 'academy' },
  'Free schools': { setting: 'mainstream', governance: 'academy' },
  'University technical college': { setting: 'mainstream', governance: 'academy' },
  'Studio schools': { setting: 'mainstream', governance: 'academy' },
  'City technology college': { setting: 'mainstream', governance: 'academy' },
  'Academy special converter': { setting: 'special', governance: 'academy' },
  'Academy special sponsor led': { setting: 'special', governance: 'academy' },
  'Free schools special': { setting: 'special', governance: 'academy' },
  'Academy alternative provision converter': { setting: 'alternative-provision', governance: 'academy' },
  'Academy alternative provision sponsor led': { setting: 'alternative-provision', governance: 'academy' },
  'Free schools alternative provision': { setting: 'alternative-provision', governance: 'academy' },
  'Academy 16-19 converter': { setting: '16-plus', governance: 'academy' },
  'Academy 16 to 19 sponsor led': { setting: '16-plus', governance: 'academy' },
  'Free schools 16 to 19': { setting: '16-plus', governance: 'academy' },
  'Academy secure 16 to 19': { setting: '16-plus', governance: 'academy' },

  'Other independent school': { setting: 'mainstream', governance: 'independent' },
  'Other independent special school': { setting: 'special', governance: 'independent' },
  'Non-maintained special school': { setting: 'special', governance: null },
  'Special post 16 institution': { setting: 'special', governance: null },
  'Further education': { setting: '16-plus', governance: null },
  'Sixth form centres': { setting: '16-plus', governance: null },

  "Children's centre": { setting: 'not-surveyed', governance: null },
  "Children's centre linked site": { setting: 'not-surveyed', governance: null },
  'Higher education institutions': { setting: 'not-surveyed', governance: null },
  'Offshore schools': { setting: 'not-surveyed', governance: null },
  'British schools overseas': { setting: 'not-surveyed', governance: null },
  "Service children's education": { setting: 'not-surveyed', governance: null },
  'Welsh establishment': { setting: 'not-surveyed', governance: null },
  'Secure units': { setting: 'not-surveyed', governance: null },
  'Online provider': { setting: 'not-surveyed', governance: null },
  'Institution funded by other government department': { setting: 'not-surveyed', governance: null },
  'Miscellaneous': { setting: 'not-surveyed', governance: null },
};

const byName = new Map(Object.entries(types).map(([name, type]) => [plain(name), type]));

/** `null` for a type the register did not have when this was written. */
export function establishmentType(name: string): EstablishmentType | null {
  return byName.get(plain(name)) ?? null;
}

/** An unheard-of type counts as a school: one too many is seen and put right, one left out is not. */
export function isSurveyed(type: string): boolean {
  return establishmentType(type)?.setting !== 'not-surveyed';
}

/** The types that are asked, by name, as lists to choose from show them. */
export const surveyedTypes: readonly string[] = Object.keys(types).filter(isSurveyed).sort();
