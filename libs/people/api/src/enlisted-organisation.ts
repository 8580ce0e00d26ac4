import type { Feature, OrganisationKind, Phase, Sector } from '@attest/domain/questionnaire';

/** An organisation that joins the partnership, with the identifier it will have (UUID v7). Dates are ISO dates. */
export interface EnlistedOrganisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly urn: string | null;
  /** Schools only. */
  readonly phase: Phase | null;
  /** Agencies only. */
  readonly sector: Sector | null;
  readonly type: string;
  readonly features: readonly Feature[];
  /** Closed when there is a closing date and open otherwise, unless told. */
  readonly status?: 'open' | 'closed' | 'proposed-to-close' | 'proposed-to-open';
  /** Null for an organisation that works across all areas. */
  readonly areaId: string | null;
  readonly trust: string | null;
  readonly head: string | null;
  readonly pupils: number | null;
  readonly postcode: string;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly predecessorId: string | null;
  /** Takes part from this day, and until the day before `toOn`. */
  readonly fromOn: string;
  readonly toOn: string | null;
  /** What else the register says of a school. */
  readonly details?: object;
}
