import { featureWords } from '@attest/people/web';
import { listed, phaseWords, phases, sectorWords, sectors, type Applicability, type Feature, type OrganisationKind } from '@attest/domain/questionnaire';
import type { Option } from '@attest/shared/ui';

const schoolFeatures: readonly Feature[] = ['maintained', 'academy', 'independent', 'special', 'early-years', 'sixth-form', 'boarding', 'alternative-provision', 'trust'];
const agencyFeatures: readonly Feature[] = ['statutory', 'commissions', 'employs-volunteers', 'health'];

export type Way = keyof Applicability;
export interface WayToLimit {
  readonly way: Way;
  readonly legend: string;
  readonly options: readonly Option[];
}

/** How whom a question is for can be limited. Types come from the register and areas from the partnership. */
export function waysFor(kind: OrganisationKind, types: readonly string[], areas: readonly Option[]): readonly WayToLimit[] {
  const features = (kind === 'school' ? schoolFeatures : agencyFeatures).map((key) => ({ key, label: featureWords[key] }));
  const group: WayToLimit = kind === 'school'
    ? { way: 'phases', legend: 'Phases', options: phases.map((key) => ({ key, label: phaseWords[key] })) }
    : { way: 'sectors', legend: 'Sectors', options: sectors.map((key) => ({ key, label: sectorWords[key] })) };
  return [
    group,
    { way: 'features', legend: 'Only those that are or have', options: features },
    { way: 'withoutFeatures', legend: 'Not those that are or have', options: features },
    { way: 'types', legend: 'Types in the register', options: kind === 'school' ? types.map((key) => ({ key, label: key })) : [] },
    { way: 'areas', legend: 'Areas', options: areas },
  ];
}

/** "All schools"; "Schools: Nursery or Primary, with Boarding, without Academy, in Westshire". */
export function appliesInWords(kind: OrganisationKind, applicability: Applicability | undefined, ways: readonly WayToLimit[]): string {
  const whom = kind === 'school' ? 'schools' : 'agencies';
  const parts = ways.flatMap(({ way, options }) => {
    const chosen = applicability?.[way] as readonly string[] | undefined;
    if (!chosen) return [];
    const labels = listed(chosen.map((key) => options.find((option) => option.key === key)?.label ?? key)).replace(/ and ([^,]*)$/, ' or $1');
    return [{ phases: `of ${labels}`, sectors: `of ${labels}`, features: `with ${labels}`, withoutFeatures: `without ${labels}`, types: `registered as ${labels}`, areas: `in ${labels}` }[way]];
  });
  return parts.length === 0 ? `Asked of all ${whom}` : `Asked only of ${whom} ${parts.join(', ')}`;
}
