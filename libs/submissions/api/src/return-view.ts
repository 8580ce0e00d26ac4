import { answerTo, askedQuestions, blockersToSubmit, progressOf, saysSomething, scaleOf, type OrganisationProfile, type Question, type Template } from '@attest/domain/questionnaire';
import type { TemplateVersion } from '@attest/templates/api';
import { answerView, answersIn, levelOn, progressView } from './answers';
import { standingOf } from './consequences';
import type { ShownView } from './evidence/evidence.dto';
import type { BlockerView, LastAnswerView, QuestionView, SectionView, SubmissionView } from './submissions.dto';
import type { EarlierAnswer } from './carry/earlier-answers';
import { lastAnswersTo, type LastReturn } from './memory/last-answers';
import { startingPoint } from './memory/starting-point';
import type { AnswerRow, RatingRow, WholeReturnRow } from './submissions.queries';

type Content = Pick<SubmissionView, 'progress' | 'result' | 'sections' | 'blockers' | 'unchangedWords'>;

/** The questions asked now with what has been said to them, this time and last time, what is still wanted, and how it is rated: as it was sealed, or as it stands. */
export function contentOf(row: WholeReturnRow, version: TemplateVersion, last: LastReturn | null, sealed: readonly RatingRow[] | null, earlier: readonly EarlierAnswer[], shown: ReadonlyMap<string, ShownView[]>): Content {
  const { template, questions, questionIds } = version;
  const [profile, answers] = [profileOf(row, template), answersIn(row.answers, questions, row.evidence)];
  const progress = progressOf(template, profile, answers);
  const given = new Map(row.answers.map((answer) => [answer.question_id, answer]));
  const before = last === null ? () => [] : lastAnswersTo(last, template);
  const levels = new Map((sealed ?? standingOf(template, profile, answers)).map(({ section_key, level }) => [section_key, level]));
  const resultOf = (key: string) => levelOn(template, template.scoring.resultScale, levels.get(key) ?? null);

  const sections = askedQuestions(template, profile, answers).map(({ section, questions: asked }): SectionView => {
    const { required, requiredLeft, state } = progress.sections.find(({ key }) => key === section.key)!;
    return {
      key: section.key, ref: section.ref, title: section.title, intro: section.intro,
      answered: required - requiredLeft, required, state, result: resultOf(section.key),
      questions: asked.map((question) => {
        const id = questionIds.get(question.key)!;
        const found = before(question);
        const empty = !answers[question.key] || !saysSomething(answerTo(answers, question.key)!);
        const lastRounds = found.map((one) => ({ ...one.view, mayStart: empty && startingPoint(question, one.question, one.row) !== null }));
        return { ...questionView(id, question, template, given.get(id), lastRounds, shown.get(id) ?? []), earlier: earlier.filter(({ heirs }) => heirs.includes(question.key)).map(({ view }) => view) };
      }),
    };
  });
  const blockers = blockersToSubmit(template, profile, answers).map(({ questionKey, ref, code, detail }): BlockerView =>
    ({ questionId: questionIds.get(questionKey)!, ref, code, detail }));
  return { progress: progressView(progress), result: resultOf(''), sections, blockers, unchangedWords: unchangedIn(row.answers) };
}

/** As it was when the round opened. */
export function profileOf({ phase, sector, features, type, area }: Omit<OrganisationProfile, 'kind'>, { audience }: Template): OrganisationProfile {
  return { kind: audience, phase, sector, features, type, area };
}

export function questionView(id: string, question: Question, template: Template, answer: AnswerRow | undefined, lastRounds: LastAnswerView[], shown: ShownView[]): Omit<QuestionView, 'earlier'> {
  const { key, ref, title, wording, type, basis, required, naAllowed, explanation } = question;
  return {
    id, key, ref, title, wording, type, basis, required, naAllowed, explanation, lastRounds, shown,
    lastRound: lastRounds.find(({ kind }) => kind === 'same' || kind === 'reworded') ?? null,
    help: question.help ?? null,
    evidence: [...(question.evidence ?? [])],
    evidenceRule: question.evidenceRule ?? 'optional',
    citations: [...(question.citations ?? [])],
    critical: question.critical ?? false,
    isNew: question.since === template.edition || question.lineage?.kind === 'new',
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

/** How much of the text is word for word what was written the last time: a sign that nobody may have looked. */
function unchangedIn(answers: readonly AnswerRow[]): SubmissionView['unchangedWords'] {
  const written = answers.filter(({ note, to_check }) => note.trim() !== '' && !to_check);
  return { unchanged: written.filter(({ carried }) => carried === 'unchanged').length, of: written.length };
}
