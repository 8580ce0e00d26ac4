import type { ChosenOrganisations, InvitationView, OrganisationView, PersonRow } from './generated/models';

// What lists can be narrowed by. The API's document has these as parameters of routes, without a name of their own.

export interface OrganisationFilters {
  kind?: OrganisationView['kind'];
  areaId?: string;
  phase?: NonNullable<OrganisationView['phase']>;
  sector?: NonNullable<OrganisationView['sector']>;
  status?: OrganisationView['status'];
  /** Part of the name, or a URN. */
  search?: string;
  /** From 1; 50 a page. */
  page?: string;
}

export interface PeopleFilters {
  organisationId?: string;
  role?: PersonRow['role'];
  /** Part of a name, an address or the name of an organisation. */
  search?: string;
  /** From 1; 50 a page. */
  page?: string;
}

export interface InvitationFilters {
  state?: InvitationView['state'];
  /** Part of a name, an address or the name of an organisation. */
  search?: string;
  /** From 1; 50 a page. */
  page?: string;
}

/** Which organisations of a round are looked at. */
export type InsightFilters = Omit<ChosenOrganisations, 'organisationIds'>;

export interface HeatmapFilters extends InsightFilters {
  layer?: 'moderated' | 'self';
  sort?: 'weakest' | 'name' | 'group';
  /** From 1. A page never has more than 4,000 cells. */
  page?: string;
}

export interface StandardFilters extends InsightFilters {
  /** Show beside the figures what this organisation chose. */
  organisationId?: string;
}

export interface QuestionHeatmapFilters extends InsightFilters {
  /** Key of a standard: its questions instead of all. */
  standard?: string;
  /** Only rows with an answer below its question. */
  show?: 'concern';
  sort?: HeatmapFilters['sort'];
  /** From 1; 50 organisations a page. */
  page?: string;
}

export interface TrendFilters extends InsightFilters {
  /** Key of a standard: its questions instead of all standards. */
  standard?: string;
  organisations?: 'everybody' | 'the-same';
}

/** What part of the trail is shown. */
export interface TrailFilters {
  /** Calendar days in England. */
  from?: string;
  to?: string;
  personId?: string;
  organisationId?: string;
  /** Such as `rounds`: the trail's own list is in the domain. */
  kind?: string;
  outcome?: 'done' | 'refused';
  /** `earlier` of the page before. */
  before?: string;
}

/** How published figures are looked at: one breakdown at a time. */
export interface PublishedQuery {
  readonly audience?: 'respondents' | 'public';
  readonly by?: 'group' | 'area';
}
