import type { OrganisationProfile } from './organisation-profile';

export interface Preset {
  readonly key: PresetKey;
  readonly label: string;
  readonly profile: OrganisationProfile;
}

export const presetKeys = [
  'nursery', 'primary', 'secondary', 'boarding', 'special', 'alternative', 'college', 'council', 'police', 'trust', 'board', 'housing', 'voluntary', 'club',
] as const;
export type PresetKey = (typeof presetKeys)[number];

const school = (key: PresetKey, label: string, phase: OrganisationProfile['phase'], features: OrganisationProfile['features'], type: string): Preset =>
  ({ key, label, profile: { kind: 'school', phase, sector: null, features, type } });
const agency = (key: PresetKey, label: string, sector: OrganisationProfile['sector'], features: OrganisationProfile['features']): Preset =>
  ({ key, label, profile: { kind: 'agency', phase: null, sector, features } });

/** Organisations that are asked different things, to look at a questionnaire as. */
export const presets: readonly Preset[] = [
  school('nursery', 'A nursery school', 'nursery', ['maintained', 'early-years'], 'Local authority nursery school'),
  school('primary', 'A maintained primary school', 'primary', ['maintained', 'early-years'], 'Community school'),
  school('secondary', 'An academy with a sixth form', 'secondary', ['academy', 'sixth-form', 'trust'], 'Academy converter'),
  school('boarding', 'An independent boarding school', 'all-through', ['independent', 'boarding', 'sixth-form'], 'Other independent school'),
  school('special', 'A special school', 'special', ['maintained', 'special'], 'Community special school'),
  school('alternative', 'A pupil referral unit', 'alternative-provision', ['maintained', 'alternative-provision'], 'Pupil referral unit'),
  school('college', 'A further education college', '16-plus', ['sixth-form'], 'Further education'),
  agency('council', 'A council', 'local-authority', ['statutory', 'commissions', 'employs-volunteers']),
  agency('police', 'A police force', 'police', ['statutory', 'employs-volunteers']),
  agency('trust', 'An NHS trust', 'nhs-trust', ['statutory', 'health', 'employs-volunteers']),
  agency('board', 'An integrated care board', 'icb', ['statutory', 'commissions', 'health']),
  agency('housing', 'A housing association', 'housing', []),
  agency('voluntary', 'A voluntary group', 'voluntary', ['employs-volunteers']),
  agency('club', 'A sports club', 'sport', ['employs-volunteers']),
];
