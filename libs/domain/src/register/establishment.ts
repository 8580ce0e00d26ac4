import type { Feature, Phase } from '../questionnaire/organisation-profile';

/** One row of the national register (Get Information about Schools, "all establishments"). `null` means the register does not say. */
export interface Establishment {
  /** Six digits. A school that becomes an academy gets a new one. */
  readonly urn: string;
  readonly name: string;
  /** Three digits, such as `806`. */
  readonly laCode: string;
  readonly laName: string;
  readonly establishmentNumber: string | null;
  /** The register's own name of the type, such as "Academy converter". */
  readonly type: string;
  readonly typeGroup: string;
  readonly status: Status;
  readonly phase: Phase;
  readonly features: readonly Feature[];
  /** ISO dates. */
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  /** Years. */
  readonly lowAge: number | null;
  readonly highAge: number | null;
  readonly pupils: number | null;
  readonly capacity: number | null;
  readonly trust: Trust | null;
  readonly federation: string | null;
  readonly postcode: string | null;
  readonly telephone: string | null;
  readonly website: string | null;
  readonly head: Head | null;
  readonly openedBecause: string | null;
  readonly closedBecause: string | null;
}

export type Status = 'open' | 'closed' | 'proposed-to-close' | 'proposed-to-open';

export interface Trust {
  readonly code: string;
  readonly name: string;
}

/** The register has no e-mail address: contacts come from elsewhere and are verified. */
export interface Head {
  readonly title: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly jobTitle: string | null;
}

/** What we keep of an establishment once it takes part. */
export interface RegisteredSchool extends Omit<Establishment, 'openedBecause' | 'closedBecause'> {
  readonly id: string;
  /** The URN this school had before it became an academy: its history follows it. */
  readonly predecessorUrn: string | null;
}

export function registeredFrom(establishment: Establishment, kept: Pick<RegisteredSchool, 'id' | 'predecessorUrn'>): RegisteredSchool {
  const { openedBecause: _opened, closedBecause: _closed, ...school } = establishment;
  return { ...school, ...kept };
}
