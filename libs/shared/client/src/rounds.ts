import type { OrganisationKind, Phase, Sector } from '@attest/domain/questionnaire';
import type { BoardState, RoundState } from '@attest/domain/lifecycle';
import type { NamedView } from './views';

/** Whom a round asks. An empty list leaves that question open: no phases means every phase. */
export interface Audience {
  /** Areas, by identifier. */
  areaIds: string[];
  phases: Phase[];
  sectors: Sector[];
  /** Types of school, as the register names them. */
  types: string[];
}

export interface NewRound {
  templateVersionId: string;
  name: string;
  opensOn: string;
  dueOn: string;
  /** Returns after the due date and up to this one count as late; none is taken after it. */
  finalOn: string;
  audience: Audience;
}

export interface AudienceQuery {
  templateVersionId: string;
  audience: Audience;
}

export interface AudienceMember {
  id: string;
  name: string;
  group: string;
  area: string | null;
}

export interface AudienceView {
  count: number;
  organisations: AudienceMember[];
  /** Types of school to choose from. */
  types: string[];
}

export interface RoundTemplate {
  versionId: string;
  code: string;
  title: string;
  edition: string;
  audience: OrganisationKind;
}

export interface RoundView {
  id: string;
  name: string;
  reference: string;
  template: RoundTemplate;
  state: RoundState;
  opensOn: string;
  dueOn: string;
  finalOn: string;
  audience: Audience;
  denominator: number | null;
  denominatorOn: string | null;
  /** Returns submitted so far; null for those who may not see the board. */
  submitted: number | null;
  previousRound: NamedView | null;
  /** What may be done now. */
  moves: string[];
}

export interface BoardRow {
  organisationId: string;
  organisationName: string;
  area: string | null;
  /** Phase of a school, sector of an agency, in words. */
  group: string;
  state: BoardState;
  submissionId: string;
  answered: number;
  required: number;
  lastSavedAt: string | null;
  submittedAt: string | null;
}

export interface BoardCount {
  state: BoardState;
  count: number;
}

export interface BoardView {
  round: RoundView;
  asOf: string;
  counts: BoardCount[];
  submitted: number;
  denominator: number;
  /** Submitted out of the stored denominator, in per cent; null when nobody is in scope. */
  responseRate: number | null;
  /** True once the due date has passed. */
  pastDue: boolean;
  rows: BoardRow[];
}
