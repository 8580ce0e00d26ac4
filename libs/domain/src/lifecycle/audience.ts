import type { OrganisationProfile } from '../questionnaire';

/** Whom a round asks. An empty list leaves that question open: no phases means every phase. */
export interface Audience {
  readonly areaIds: readonly string[];
  readonly phases: readonly string[];
  readonly sectors: readonly string[];
  /** Types of school, as the register names them. */
  readonly types: readonly string[];
}

/** `areaId` is null for an organisation that works across all areas: it is in each of them. */
type Place = Pick<OrganisationProfile, 'phase' | 'sector'> & { readonly areaId: string | null; readonly type: string };

/** Every list that names anything must be met. */
export function inAudience({ areaIds, phases, sectors, types }: Audience, { areaId, phase, sector, type }: Place): boolean {
  return (areaId === null || isOpenTo(areaIds, areaId)) && isOpenTo(phases, phase) && isOpenTo(sectors, sector) && isOpenTo(types, type);
}

function isOpenTo(list: readonly string[], value: string | null): boolean {
  return list.length === 0 || (value !== null && list.includes(value));
}
