import type { OrganisationProfile } from './organisation-profile';
import type { Applicability } from './template';

/**
 * Whether a question or section is meant for this organisation. A list of phases, sectors or features is met by any one
 * of its values; `withoutFeatures` by having none of them.
 */
export function appliesTo(profile: OrganisationProfile, applicability: Applicability = {}): boolean {
  const { phases, sectors, features, withoutFeatures, types, areas } = applicability;
  return (
    (phases === undefined || (profile.phase !== null && phases.includes(profile.phase))) &&
    (sectors === undefined || (profile.sector !== null && sectors.includes(profile.sector))) &&
    (features === undefined || features.some((feature) => profile.features.includes(feature))) &&
    (withoutFeatures === undefined || !withoutFeatures.some((feature) => profile.features.includes(feature))) &&
    (types === undefined || types.includes(profile.type ?? '')) &&
    // whoever works across all areas is in each of them
    (areas === undefined || profile.area === null || profile.area === undefined || areas.includes(profile.area))
  );
}
