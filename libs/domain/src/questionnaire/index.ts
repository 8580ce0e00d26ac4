export type { Answer, AnswerValue, Answers, Cells, Person, Shown } from './answer';
export { features, organisationKinds, phases, sectors } from './organisation-profile';
export type { Feature, OrganisationKind, OrganisationProfile, Phase, Sector } from './organisation-profile';
export { cellTypes, colours, evidenceRules, lineageKinds, questionTypes, signingRoles } from './template';
export type {
  Applicability, Band, CellType, Citation, Colour, Condition, Declaration, EvidenceRule, Level, Lineage, LineageKind, Question, QuestionType, Retired, Scale, Scoring, Section, SignOffStep, SigningRole, Table, Template,
} from './template';

export { MOST_CHARACTERS, answerProblems } from './answer-problems';
export type { AnswerProblem, AnswerProblemCode } from './answer-problems';
export { answerTo, isAnswered, isEvidence, isNotApplicable, isPerson, isTable, saysSomething } from './answer-state';
export { applicableQuestions, askedAmong, askedQuestions } from './asked';
export type { AskedSection } from './asked';
export { blockersToSubmit } from './blockers';
export type { Blocker } from './blockers';
export { isIsoDate } from './iso-date';
export { decisiveQuestions, plainest } from './condition';
export { meantQuestions } from './meant';
export { presetKeys, presets } from './presets';
export type { Preset, PresetKey } from './presets';
export { withThoseThatHangOn } from './hanging';
export { whyNotAsked } from './not-asked';
export { POINTS, pointsFor, sameScale, scaleOf } from './points';
export { groupInWords, phaseWords, sectorWords } from './groups';
export { progressOf } from './progress';
export { questionsOf } from './questions-of';
export { ruleNames } from './rule-names';
export type { RuleName } from './rule-names';
export type { Counts, Progress, SectionProgress } from './progress';
export { signOffOf } from './sign-off';
export type { Step } from './sign-off';
export { withAllEvidence, withEvidence } from './shown';
export { storable } from './storable';
export { tidied } from './tidied';
export { templateProblems } from './template-problems';
export type { TemplateProblem, TemplateProblemCode } from './template-problem';
export { dayInWords, inThousands, listed, wordCount } from './words';
export { valueInWords } from './value-in-words';
