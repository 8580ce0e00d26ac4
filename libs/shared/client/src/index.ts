// The shapes the API speaks, named as its document names them. `npm run goldens` writes them from the golden document.
export type {
  LevelView, NamedView, Problem,
  DemonstrationAccount, FirstAdministrator, FirstArea, MembershipView, PersonView, SessionView, SignIn, WelcomeView,
  AccountView, AuthenticatorConfirmed, AuthenticatorOffer, IdentityView, OpenSession, PasskeyAdded, PasskeyRequest, PasskeyView, ProviderAddress, ProviderView, PasswordChange, Proof, RecoveryCodes, ResetView,
  DeliveryList, DeliveryView, OutboxLetter, OutboxMessage,
  AreaView, ImportView, OrganisationList, OrganisationView, RegisterChange,
  Agency, CheckView, CheckedRow, ColleagueView, InvitationList, InvitationView, LeaderlessOrganisation, NewInvitation, NewLead, NewRole,
  OpenedInvitation, OrganisationPeople, OwnMembership, PeopleList, PersonRow, ReviewView, SentView,
  ChangedQuestion, ChangesView, DraftStep, DraftView, EditionView, FormView, LibraryEntry, RoundUse, TemplateSummary, VersionSummary, VersionView,
  Audience, AudienceMember, AudienceQuery, AudienceView, BoardCount, BoardRow, BoardView, NewRound, RoundTemplate, RoundView,
  ActionDetail, ActionList, ActionView, ChangedAction, GapView, MovedAction, NewAction, PlanView, StandingCount, UsualDate, Verification,
  AnswerView, BlockerView, ChoiceView, CitationView, LastAnswerView, PaperView, PeerView, ProgressView, QuestionView, ReceiptView, ResultView,
  GivenSignature, NotedQuestion, SendBack, SentBackView, Sign, SignOffStepView, SigningView,
  SaveAnswer, SavedAnswer, SectionView, SubmissionSummary, SubmissionView, Submit,
  AssignmentView, NewAssignment, PreferencesView, ReturnColleague, SharingView, WaitingView,
  CountedView, RatingView,
  DeviceKey, KeptDraftView,
  DistributionView, HeatmapCell, HeatmapRow, HeatmapView, QuestionAnswer, QuestionDetail, RateRow, ResponseRatesView,
  StandardDetail, StandardRating, StandardQuestion, StandardView,
  TrailEvent, TrailPage,
  DisposalPreview, DisposalView, ErasurePreview, ErasureView, ExportView, HoldView, NewDisposal, NewHold, OwnErasure, PeriodView,
} from './generated/models';
export type { HeatmapFilters, InsightFilters, InvitationFilters, OrganisationFilters, PeopleFilters, StandardFilters, TrailFilters } from './filters';
