import type { Feature, OrganisationKind, Phase, Sector } from '@attest/domain/questionnaire';
import type { NamedView } from './views';

export interface AreaView {
  id: string;
  name: string;
  laCode: string;
}

export interface OrganisationView {
  id: string;
  kind: OrganisationKind;
  name: string;
  urn: string | null;
  phase: Phase | null;
  sector: Sector | null;
  type: string;
  features: Feature[];
  status: 'open' | 'closed' | 'proposed-to-close' | 'proposed-to-open';
  /** Null for organisations that work across all areas. */
  area: AreaView | null;
  trust: string | null;
  head: string | null;
  pupils: number | null;
  postcode: string;
  openedOn: string | null;
  closedOn: string | null;
  /** The school this one followed, such as before an academy conversion. */
  predecessor: NamedView | null;
}

export interface OrganisationFilters {
  kind?: OrganisationKind;
  areaId?: string;
  phase?: Phase;
  sector?: Sector;
  status?: 'open' | 'closed' | 'proposed-to-close' | 'proposed-to-open';
  /** Part of the name, or a URN. */
  search?: string;
  /** Page, from 1; 50 a page. */
  page?: string;
}

export interface OrganisationList {
  total: number;
  page: number;
  pages: number;
  items: OrganisationView[];
}

/** What the register file would change, in the words people use for it. */

export interface RegisterChange {
  kind: 'opened' | 'closed' | 'converted' | 'renamed' | 'reopened' | 'changed';
  urn: string;
  name: string;
  detail: string;
}

export interface ImportView {
  id: string;
  fileName: string;
  uploadedBy: string;
  uploadedAt: string;
  appliedAt: string | null;
  /** Rows in the file. */
  rows: number;
  /** Rows for schools of this partnership. */
  concerned: number;
  unchanged: number;
  changes: RegisterChange[];
  /** What may be done now. */
  moves: string[];
}
