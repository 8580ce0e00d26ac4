import { applicableQuestions, askedAmong, groupInWords, questionsOf, scaleOf, withEvidence, type Answer, type Answers, type AnswerValue, type OrganisationProfile, type Question, type Template } from '@attest/domain/questionnaire';
import type { AnswersRow, Returned, SaidRow, ShortAnswersRow } from './insight.queries';

/** Somebody who returned: what they were asked, and what they said. */
export interface Respondent {
  readonly organisationId: string;
  readonly submissionId: string;
  readonly name: string;
  readonly area: string | null;
  readonly group: string;
  /** Let through by the filters. */
  readonly chosen: boolean;
  /** To the questions that were wanted. */
  readonly answers: Answers;
  /** Of these. */
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

/** What was read of a round. */
export interface Read {
  readonly rows: readonly Returned<ShortAnswersRow>[];
  /** In full, by return. */
  readonly said: ReadonlyMap<string, readonly SaidRow[]>;
  /** Whose answers are wanted, of the round's version. */
  readonly questions: readonly Question[];
}

/** Everybody in the words of the round's version: of whoever handed in before that, what is still asked. */
export function readRespondents(read: Read, edition: Edition & { readonly id: string }, earlier: readonly EarlierEdition[]): Respondent[] {
  const itself = new Map(questionsOf(edition.template).map(({ key }) => [key, key]));
  const readers = new Map([{ ...edition, carried: itself }, ...earlier].map((one) => [one.id, reader(one, edition.template, read)]));
  return read.rows.map((row) => ({
    organisationId: row.organisation_id, submissionId: row.submission_id, name: row.organisation_name, area: row.area_name, group: groupInWords(row), chosen: row.chosen,
    ...readers.get(row.template_version_id)!(row),
  }));
}

function reader(edition: EarlierEdition, now: Template, { said, questions }: Read): (row: Returned<ShortAnswersRow>) => Pick<Respondent, 'answers' | 'asked'> {
  const { questionKeys, carried } = edition;
  const wanted = new Set(questions.map(({ key }) => key));
  const told = questionsOf(edition.template).flatMap((question, at) => {
    const key = carried.get(question.key);
    return key !== undefined && wanted.has(key) ? [{ key, at, meaning: meaningsOf(edition.template, question) }] : [];
  });
  const askedOf = askedReader(edition, now, questions);
  return (row) => {
    const answers: Record<string, Answer | undefined> = {};
    for (const { key, at, meaning } of told) {
      const answer = meaning[row.answers.charCodeAt(at)];
      if (answer !== undefined) answers[key] = answer;
    }
    for (const { question_id, level, value, note, na_reason: naReason } of said.get(row.submission_id) ?? []) {
      const key = carried.get(questionKeys.get(question_id) ?? '');
      if (key === undefined) continue;
      const answer = { level, value, note, naReason };
      // what the library shows is an answer, whatever words stand beside it
      answers[key] = answers[key]?.evidence ? withEvidence({ type: 'evidence' }, answer, 1) : answer;
    }
    return { answers, asked: askedOf(row) };
  };
}

const NOTHING: Answer = { level: null, value: null, note: '', naReason: null };
const BEST = 'A'.charCodeAt(0);
const ANSWERED = '+'.charCodeAt(0);

/** By character. An answer that is not rated stands in full among what was said, unless all that was said is what the evidence library shows. */
function meaningsOf(template: Template, question: Question): readonly (Answer | undefined)[] {
  const meanings: (Answer | undefined)[] = [];
  meanings['-'.charCodeAt(0)] = { ...NOTHING, naReason: '' };
  if (question.type === 'evidence') meanings[ANSWERED] = withEvidence(question, undefined, 1);
  for (const [place, { key }] of (scaleOf(template, question.scale)?.levels ?? []).entries()) meanings[BEST + place] = { ...NOTHING, level: key };
  return meanings;
}

/**
 * Which of these questions of the version now somebody was asked, by what they were asked then. What is for whom is worked out once for
 * all who are alike, and only what hangs on an answer again, once for all who gave the same.
 */
export function askedReader({ template, carried }: Pick<EarlierEdition, 'template' | 'carried'>, now: Template, wanted: readonly Question[]): (row: Returned<AnswersRow>) => ReadonlySet<Question> {
  const keys = new Set(wanted.map(({ key }) => key));
  const questions = new Map(questionsOf(now).map((question) => [question.key, question]));
  const looked = [...carried].flatMap(([then, key]) => (keys.has(key) ? [{ then, question: questions.get(key)! }] : []));
  const answersIn = once(decisiveAnswers);
  const askedOf = once((profile: string): ((decisive: string) => ReadonlySet<Question>) => {
    const applicable = applicableQuestions(template, JSON.parse(profile) as OrganisationProfile);
    const askedAfter = (answers: Answers) => {
      const isAsked = askedAmong(applicable, answers);
      return new Set(looked.flatMap(({ then, question }) => (isAsked(then) ? question : [])));
    };
    if (looked.some(({ then }) => applicable.get(then)?.showIf)) return once((decisive) => askedAfter(answersIn(decisive)));
    const asked = askedAfter({});
    return () => asked;
  });
  return ({ phase, sector, features, type, area, decisive }) =>
    askedOf(JSON.stringify({ kind: template.audience, phase, sector, features, type, area } satisfies OrganisationProfile))(decisive);
}

/** Remembers what it made of each text. */
function once<Made>(make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    known.set(text, made);
    return made;
  };
}

type Decisive = readonly [key: string, level: string | null, value: AnswerValue | null, notApplicable: boolean];

const decisiveAnswers = (decisive: string): Answers =>
  Object.fromEntries((JSON.parse(decisive) as Decisive[]).map(([key, level, value, na]) => [key, { level, value, note: '', naReason: na ? '' : null }]));
