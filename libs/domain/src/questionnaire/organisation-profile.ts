/** What a questionnaire needs to know of an organisation to decide which questions it is asked. */
export interface OrganisationProfile {
  readonly kind: OrganisationKind;
  /** Schools only. */
  readonly phase: Phase | null;
  /** Agencies only. */
  readonly sector: Sector | null;
  readonly features: readonly Feature[];
  /** As the register names it, such as "Academy converter". */
  readonly type?: string;
  /** Code of the local authority; null for whoever works across all areas of the partnership. */
  readonly area?: string | null;
}

export const organisationKinds = ['school', 'agency'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Phases a Q&P group reports by. The register's own codes are narrower: see `register/establishment.ts`. */
export const phases = ['nursery', 'primary', 'secondary', 'all-through', '16-plus', 'special', 'alternative-provision'] as const;
export type Phase = (typeof phases)[number];

/** The bodies section 11(1) of the Children Act 2004 lists, and those habitually invited beside them. */
export const sectors = [
  'local-authority', 'police', 'icb', 'nhs-trust', 'public-health', 'probation', 'youth-justice',
  'secure-estate', 'fire', 'ambulance', 'housing', 'voluntary', 'sport', 'faith', 'commissioned-service', 'national-body',
] as const;
export type Sector = (typeof sectors)[number];

export const features = [
  // schools, from the register
  'maintained', 'academy', 'independent', 'special', 'early-years', 'sixth-form', 'boarding', 'alternative-provision', 'trust',
  // agencies
  'statutory', 'commissions', 'employs-volunteers', 'health',
] as const;
export type Feature = (typeof features)[number];
