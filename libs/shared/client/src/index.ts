// The shapes the API speaks, named as its document names them.
export type {
  NamedView, LevelView,
} from './views';
export type {
  AreaView, OrganisationView, OrganisationFilters, OrganisationList, RegisterChange, ImportView,
} from './organisations';
export type {
  SignIn, PersonView, MembershipView, SessionView, DemonstrationAccount, WelcomeView, FirstArea, FirstAdministrator,
} from './session';
export type {
  Audience, NewRound, AudienceQuery, AudienceMember, AudienceView, RoundTemplate, RoundView, BoardRow, BoardCount, BoardView,
} from './rounds';
export type {
  SubmissionSummary, CitationView, AnswerView, LastAnswerView, ChoiceView, QuestionView, SectionView, BlockerView, ProgressView, SubmissionView, SaveAnswer, SavedAnswer, Submit, PeerView, ResultView, ReceiptView,
} from './submissions';
export type {
  InsightFilters, HeatmapFilters, RateRow, ResponseRatesView, HeatmapCell, HeatmapRow, StandardView, HeatmapView, DistributionView, StandardQuestion, StandardFilters, StandardDetail, QuestionAnswer, QuestionDetail,
} from './insight';
export type {
  TemplateSummary,
} from './templates';
