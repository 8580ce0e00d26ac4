import type { OrganisationProfile, Phase, Sector } from './organisation-profile';

/** The one table of how phases and sectors are called, on screens and in files alike. */
export const phaseWords: Readonly<Record<Phase, string>> = {
  'nursery': 'Nursery',
  'primary': 'Primary',
  'secondary': 'Secondary',
  'all-through': 'All-through',
  '16-plus': '16 plus',
  'special': 'Special',
  'alternative-provision': 'Alternative provision',
};

export const sectorWords: Readonly<Record<Sector, string>> = {
  'local-authority': 'Local authority',
  'police': 'Police',
  'icb': 'Integrated care board',
  'nhs-trust': 'NHS trust',
  'public-health': 'Public health',
  'probation': 'Probation',
  'youth-justice': 'Youth justice',
  'secure-estate': 'Secure estate',
  'fire': 'Fire and rescue',
  'ambulance': 'Ambulance',
  'housing': 'Housing',
  'voluntary': 'Voluntary and community',
  'sport': 'Sport and leisure',
  'faith': 'Faith',
  'commissioned-service': 'Commissioned service',
  'national-body': 'National body',
};

/** A school's phase or an agency's sector; empty where neither is known. */
export function groupInWords({ phase, sector }: Pick<OrganisationProfile, 'phase' | 'sector'>): string {
  if (phase !== null) return phaseWords[phase];
  return sector === null ? '' : sectorWords[sector];
}
