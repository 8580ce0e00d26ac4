import type { OrganisationProfile, Phase, Sector } from '../questionnaire/organisation-profile';

/** Organisations compared with one another. One county has 3 nurseries and 1 college: phases alone would be too few to publish. */
export interface PeerGroup {
  readonly key: string;
  readonly label: string;
}

const schoolGroups = [
  { key: 'nursery-primary', label: 'Nursery and primary', phases: ['nursery', 'primary'] },
  { key: 'secondary-16-plus', label: 'Secondary, all-through and 16-plus', phases: ['secondary', 'all-through', '16-plus'] },
  { key: 'special-alternative', label: 'Special and alternative provision', phases: ['special', 'alternative-provision'] },
] as const satisfies readonly (PeerGroup & { phases: readonly Phase[] })[];

/** By whom an agency would learn from. The first three are bodies with Section 11 duties or beside them in a council; the last are the others. */
const agencyGroups = [
  { key: 'council', label: 'Council, public health and housing', sectors: ['local-authority', 'public-health', 'housing'] },
  { key: 'health', label: 'Health', sectors: ['icb', 'nhs-trust', 'ambulance'] },
  { key: 'justice', label: 'Police, justice and fire', sectors: ['police', 'probation', 'youth-justice', 'secure-estate', 'fire'] },
  { key: 'community', label: 'Voluntary, faith, sport and commissioned services', sectors: ['voluntary', 'sport', 'faith', 'commissioned-service', 'national-body'] },
] as const satisfies readonly (PeerGroup & { sectors: readonly Sector[] })[];

export const peerGroups: readonly PeerGroup[] = [...schoolGroups, ...agencyGroups].map(({ key, label }) => ({ key, label }));

export function mergedPhase(phase: Phase): PeerGroup {
  return named(schoolGroups.find(({ phases }) => phases.some((one) => one === phase))!);
}

/** `null` where the register does not say what a school's phase or an agency's sector is. */
export function peerGroupOf({ kind, phase, sector }: Pick<OrganisationProfile, 'kind' | 'phase' | 'sector'>): PeerGroup | null {
  if (kind === 'school') return phase && mergedPhase(phase);
  const group = agencyGroups.find(({ sectors }) => sectors.some((one) => one === sector));
  return group ? named(group) : null;
}

function named({ key, label }: PeerGroup): PeerGroup {
  return { key, label };
}
