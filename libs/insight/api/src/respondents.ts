import { answerTo, askedQuestions, decisiveQuestions, groupInWords, questionsOf, type Answer, type Answers, type AnswerValue, type Question, type Template } from '@attest/domain/questionnaire';
import type { RespondentRow } from './insight.queries';

/** Somebody who returned: what they were asked, and what they said. */
export interface Respondent {
  readonly organisationId: string;
  readonly submissionId: string;
  readonly name: string;
  readonly area: string | null;
  readonly group: string;
  /** Let through by the filters. */
  readonly chosen: boolean;
  readonly answers: Answers;
  readonly asked: ReadonlySet<Question>;
}

/** An edition, with identifiers of its questions by key and keys by identifier. */
export interface Edition {
  readonly template: Template;
  readonly questionIds: ReadonlyMap<string, string>;
  readonly questionKeys: ReadonlyMap<string, string>;
}

/** A version that returns were handed in on before their round went over to another, and what each of its questions is there. */
export interface EarlierEdition extends Edition {
  readonly id: string;
  /** Keys of the round's version by keys of this one. */
  readonly carried: ReadonlyMap<string, string>;
}

/** Everybody in the words of the round's version: of whoever handed in before that, what is still asked. */
export function readRespondents(rows: readonly RespondentRow[], edition: Edition, earlier: readonly EarlierEdition[]): Respondent[] {
  const readers = new Map(earlier.map((one) => [one.id, earlierReader(one, edition.template)]));
  const askedOf = askedReader(edition.template);
  const read = (row: RespondentRow): Pick<Respondent, 'answers' | 'asked'> => {
    const answers = answersIn(row, edition.questionKeys);
    return { answers, asked: askedOf(row, answers) };
  };
  return rows.map((row) => {
    return {
      organisationId: row.organisation_id, submissionId: row.submission_id, name: row.organisation_name, area: row.area_name, group: groupInWords(row), chosen: row.chosen,
      ...(readers.get(row.template_version_id) ?? read)(row),
    };
  });
}

function earlierReader({ template, questionKeys, carried }: EarlierEdition, now: Template): (row: RespondentRow) => Pick<Respondent, 'answers' | 'asked'> {
  const askedOf = askedReader(template);
  const questions = new Map(questionsOf(now).map((question) => [question.key, question]));
  return (row) => {
    const answers = answersIn(row, questionKeys);
    return {
      answers: Object.fromEntries([...carried].flatMap(([from, to]) => (answers[from] ? [[to, answers[from]]] : []))),
      asked: new Set([...askedOf(row, answers)].flatMap(({ key }) => questions.get(carried.get(key) ?? '') ?? [])),
    };
  };
}

/** Most of 1,500 schools are asked one of a few dozen lists of questions, so each list is worked out once. */
function askedReader(template: Template): (row: RespondentRow, answers: Answers) => ReadonlySet<Question> {
  const known = new Map<string, ReadonlySet<Question>>();
  const decisive = [...decisiveQuestions(template)];
  return ({ phase, sector, features, type, area }, answers) => {
    const said = decisive.map((key) => answerTo(answers, key)).map((answer) => [answer?.level, answer?.value, answer?.naReason]);
    const profile = { kind: template.audience, phase, sector, features, type, area };
    const alike = JSON.stringify([profile, said]);
    const asked = known.get(alike) ?? new Set(askedQuestions(template, profile, answers).flatMap(({ questions }) => questions));
    known.set(alike, asked);
    return asked;
  };
}

function answersIn({ answers }: RespondentRow, keys: ReadonlyMap<string, string>): Answers {
  return Object.fromEntries(answers.flatMap(([id, level, value, note, naReason]): [string, Answer][] => {
    const key = keys.get(id);
    return key !== undefined ? [[key, { level, value: value as AnswerValue | null, note, naReason }]] : [];
  }));
}
