import { groupInWords, phaseWords, phases, sectorWords, sectors, type Feature, type OrganisationKind } from '@attest/domain/questionnaire';
import type { OrganisationView } from '@attest/shared/client';
import type { Option } from '@attest/shared/ui';

type Status = OrganisationView['status'];

export const statusWords: Readonly<Record<Status, string>> = {
  'open': 'Open',
  'closed': 'Closed',
  'proposed-to-close': 'Proposed to close',
  'proposed-to-open': 'Proposed to open',
};

/** What is usual recedes; what is about to change stands out. */
export const statusTones = { 'open': 'quiet', 'closed': 'plain', 'proposed-to-close': 'attention', 'proposed-to-open': 'attention' } as const satisfies Record<Status, string>;

export const kindWords: Readonly<Record<OrganisationKind, string>> = { school: 'School', agency: 'Agency' };

export const featureWords: Readonly<Record<Feature, string>> = {
  'maintained': 'Maintained by the local authority', 'academy': 'Academy', 'independent': 'Independent', 'special': 'Special school',
  'early-years': 'Early years', 'sixth-form': 'Sixth form', 'boarding': 'Boarding', 'alternative-provision': 'Alternative provision', 'trust': 'Part of a trust',
  'statutory': 'Named in section 11', 'commissions': 'Commissions services', 'employs-volunteers': 'Has volunteers', 'health': 'Health service',
};

export const groupOf = (organisation: OrganisationView): string => groupInWords(organisation);

const choices = <Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, string>>): Option[] =>
  keys.map((key) => ({ key, label: words[key] }));

export const phaseOptions = choices(phases, phaseWords);
export const sectorOptions = choices(sectors, sectorWords);
export const statusOptions = choices(['open', 'closed', 'proposed-to-close', 'proposed-to-open'], statusWords);
export const kindOptions: readonly Option[] = [{ key: 'school', label: 'Schools' }, { key: 'agency', label: 'Agencies' }];
