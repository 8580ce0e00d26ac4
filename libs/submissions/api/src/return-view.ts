import { askedQuestions, blockersToSubmit, progressOf, sameScale, scaleOf, type OrganisationProfile, type Question, type Template } from '@attest/domain/questionnaire';
import type { TemplateVersion } from '@attest/templates/api';
import { answerView, answersIn, lastAnswerView, levelOn, progressView } from './answers';
import { standingOf } from './consequences';
import type { BlockerView, LastAnswerView, QuestionView, SectionView, SubmissionView } from './submissions.dto';
import type { EarlierAnswer } from './carry/earlier-answers';
import type { AnswerRow, LastReturnRow, RatingRow, WholeReturnRow } from './submissions.queries';

/** The last return, read by the concepts it was asked about. */
export interface LastReturn {
  readonly row: LastReturnRow;
  readonly version: TemplateVersion;
}

type Content = Pick<SubmissionView, 'progress' | 'result' | 'sections' | 'blockers'>;

/** The questions asked now with what has been said to them, this time and last time, what is still wanted, and how it is rated: as it was sealed, or as it stands. */
export function contentOf(row: WholeReturnRow, version: TemplateVersion, last: LastReturn | null, sealed: readonly RatingRow[] | null, earlier: readonly EarlierAnswer[]): Content {
  const { template, questions, questionIds } = version;
  const [profile, answers] = [profileOf(row, template), answersIn(row.answers, questions)];
  const progress = progressOf(template, profile, answers);
  const given = new Map(row.answers.map((answer) => [answer.question_id, answer]));
  const before = last === null ? () => null : lastAnswers(last, template);
  const levels = new Map((sealed ?? standingOf(template, profile, answers)).map(({ section_key, level }) => [section_key, level]));
  const resultOf = (key: string) => levelOn(template, template.scoring.resultScale, levels.get(key) ?? null);

  const sections = askedQuestions(template, profile, answers).map(({ section, questions: asked }): SectionView => {
    const { required, requiredLeft, state } = progress.sections.find(({ key }) => key === section.key)!;
    return {
      key: section.key, ref: section.ref, title: section.title, intro: section.intro,
      answered: required - requiredLeft, required, state, result: resultOf(section.key),
      questions: asked.map((question) => {
        const id = questionIds.get(question.key)!;
        return { ...questionView(id, question, template, given.get(id), before(question)), earlier: earlier.filter(({ heirs }) => heirs.includes(question.key)).map(({ view }) => view) };
      }),
    };
  });
  const blockers = blockersToSubmit(template, profile, answers).map(({ questionKey, ref, code, detail }): BlockerView =>
    ({ questionId: questionIds.get(questionKey)!, ref, code, detail }));
  return { progress: progressView(progress), result: resultOf(''), sections, blockers };
}

/** As it was when the round opened. */
export function profileOf({ phase, sector, features, type, area }: Omit<OrganisationProfile, 'kind'>, { audience }: Template): OrganisationProfile {
  return { kind: audience, phase, sector, features, type, area };
}

function questionView(id: string, question: Question, template: Template, answer: AnswerRow | undefined, lastRound: LastAnswerView | null): Omit<QuestionView, 'earlier'> {
  const { key, ref, title, wording, type, basis, required, naAllowed, explanation } = question;
  return {
    id, key, ref, title, wording, type, basis, required, naAllowed, explanation, lastRound,
    help: question.help ?? null,
    evidence: [...(question.evidence ?? [])],
    citations: [...(question.citations ?? [])],
    critical: question.critical ?? false,
    isNew: question.since === template.edition,
    levels: [...(scaleOf(template, question.scale)?.levels ?? [])],
    descriptors: question.descriptors ?? {},
    choices: [...(question.choices ?? [])],
    table: question.table ? { rows: [...question.table.rows], columns: [...question.table.columns] } : null,
    oneLine: question.lines === 'one',
    words: question.words ?? null,
    minimum: question.minimum ?? null,
    maximum: question.maximum ?? null,
    answer: answer ? answerView(answer) : null,
  };
}

/** By concept, because a question keeps its key while it keeps its meaning, whatever its number or wording. */
function lastAnswers({ row, version }: LastReturn, now: Template): (question: Question) => LastAnswerView | null {
  const answers = new Map(row.answers.filter(({ to_check }) => !to_check).flatMap((answer) => {
    const question = version.questions.get(answer.question_id);
    return question ? [[question.key, { answer, question }]] : [];
  }));
  return (question) => {
    const last = answers.get(question.key);
    if (!last) return null;
    const comparable = last.question.type === question.type
      && (question.type !== 'level' || sameScale(scaleOf(version.template, last.question.scale), scaleOf(now, question.scale)));
    return lastAnswerView(last.answer, levelOn(version.template, last.question.scale, last.answer.level), row, comparable);
  };
}
