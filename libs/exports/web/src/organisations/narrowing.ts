import { phases, sectors } from '@attest/domain/questionnaire';
import type { ChosenOrganisations, RoundOrganisation } from '@attest/shared/client';
import type { Option } from '@attest/shared/ui';

/** Whom the filters let through, but for those chosen by name: the list to choose from. */
export function withinFilters(all: readonly RoundOrganisation[], { areaId, phase, sector, type }: ChosenOrganisations): RoundOrganisation[] {
  const group = phase ?? sector;
  return all.filter((one) => (areaId === undefined || one.areaId === areaId) && (group === undefined || one.groupKey === group) && (type === undefined || one.type === type));
}

/** Whom a file is about. */
export function leftIn(all: readonly RoundOrganisation[], filters: ChosenOrganisations): RoundOrganisation[] {
  const { organisationIds } = filters;
  const within = withinFilters(all, filters);
  return organisationIds === undefined ? within : within.filter(({ id }) => organisationIds.includes(id));
}

export function countInWords(all: readonly RoundOrganisation[], filters: ChosenOrganisations): string {
  const left = leftIn(all, filters);
  const returned = left.filter((one) => one.returned).length;
  const whole = left.length === all.length ? `All ${all.length} organisations are in` : `${left.length} of ${all.length} organisations ${left.length === 1 ? 'is' : 'are'} in`;
  return `${whole}, of which ${returned} ${returned === 1 ? 'has' : 'have'} returned.`;
}

/** By any part of the name or of the area. */
export function matching(organisations: readonly RoundOrganisation[], term: string): RoundOrganisation[] {
  const words = plain(term).split(/\s+/).filter(Boolean);
  return organisations.filter(({ name, area }) => words.every((word) => plain(`${name} ${area ?? ''}`).includes(word)));
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** What there is to filter by, each once. What is not recorded cannot be asked for. */
export function optionsIn(all: readonly RoundOrganisation[]): Readonly<Record<'areas' | 'groups' | 'types', Option[]>> {
  const order: readonly string[] = [...phases, ...sectors];
  const byLabel = (a: Option, b: Option) => a.label.localeCompare(b.label, 'en-GB');
  return {
    areas: distinct(all.map(({ areaId, area }) => ({ key: areaId ?? '', label: area ?? '' }))).toSorted(byLabel),
    groups: distinct(all.map(({ groupKey: key, group: label }) => ({ key, label }))).toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key)),
    types: distinct(all.map(({ type }) => ({ key: type, label: type }))).toSorted(byLabel),
  };
}

const distinct = (options: readonly Option[]): Option[] => [...new Map(options.filter(({ key }) => key !== '').map((option) => [option.key, option])).values()];
