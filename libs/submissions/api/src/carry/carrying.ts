import { ancestorsIn, carryOver, carryReturn, heirsIn, type CarriedReturn, type Carrying } from '@attest/domain/lineage';
import { progressOf, questionsOf, withAllEvidence, type Question } from '@attest/domain/questionnaire';
import type { TemplateVersion } from '@attest/templates/api';
import { answersIn, progressView } from '../answers';
import { standingOf } from '../consequences';
import { profileOf } from '../return-view';
import type { QuestionFate } from './carry.dto';
import type { CarriedReturnRow } from './carry.queries';

/** From one version to another, and what lies between. */
export interface Step {
  readonly before: TemplateVersion;
  readonly after: TemplateVersion;
  /** Both and all between, newest first. */
  readonly way: readonly TemplateVersion[];
  readonly carrying: Carrying;
}

export function stepAlong(way: readonly TemplateVersion[]): Step {
  const [before, after] = [way.at(-1)!, way[0]!];
  return { before, after, way, carrying: carryOver(before.template, after.template, way.slice(1, -1).map(({ template }) => template)) };
}

/** Evidence goes over by itself, with the return: what becomes of answers does not hang on it. */
const NO_EVIDENCE = {};

export const carried = ({ before, after, carrying }: Step, row: CarriedReturnRow): CarriedReturn =>
  carryReturn(before.template, after.template, carrying, profileOf(row, after.template), answersIn(row.answers, before.questions, NO_EVIDENCE));

/** As `app.carry_round` takes it: the counts and the standing of the return afterwards, and each answer that moves. */
export function writtenReturn({ before, after }: Step, row: CarriedReturnRow, { answers, moved, kept, toCheck, setAside, added }: CarriedReturn) {
  const profile = profileOf(row, after.template);
  const marked = new Map(row.answers.map(({ question_id, to_check }) => [question_id, to_check]));
  return {
    id: row.id, version: row.version, ...progressView(progressOf(after.template, profile, withAllEvidence(questionsOf(after.template), answers, piecesAfter({ before, after }, row, moved)))),
    standing: row.standing === null ? null : { rule: after.template.scoring.rule, ratings: standingOf(after.template, profile, answers) },
    kept: kept.length, toCheck: toCheck.length, setAside: setAside.length, added: added.length,
    moved: moved.map((one) => {
      const from = before.questionIds.get(one.from)!;
      return [from, after.questionIds.get(one.to)!, marked.get(from)!, one.toCheck];
    }),
  };
}

/** How much is shown for each question afterwards, by key: as `app.carry_evidence` takes it along. */
function piecesAfter({ before, after }: Pick<Step, 'before' | 'after'>, { evidence }: CarriedReturnRow, moved: CarriedReturn['moved']): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(evidence).flatMap(([questionId, pieces]) => {
    const key = before.questionKeys.get(questionId)!;
    const to = after.questionIds.has(key) ? key : moved.find(({ from }) => from === key)?.to;
    return to === undefined ? [] : [[to, pieces] as const];
  }));
}

/** Pairs of question identifiers: before, and after in its place. */
export const heirsOf = ({ before, after, way }: Step) =>
  heirsIn(way.map(({ template }) => template)).map(({ from, to }) => [before.questionIds.get(from)!, after.questionIds.get(to)!] as const);

/** Every question of the version after, and those before whose answers stay behind, in printed order. */
export function fatesOf({ before, after, way, carrying }: Step, returns: readonly CarriedReturn[]): QuestionFate[] {
  const counted = (list: 'kept' | 'toCheck' | 'setAside', key: string) => returns.filter((one) => one[list].includes(key)).length;
  const counts = (key: string) => ({ kept: counted('kept', key), toCheck: counted('toCheck', key), setAside: counted('setAside', key) });
  const named = (key: string) => {
    const { ref, title } = before.questions.get(before.questionIds.get(key)!)!;
    return `${ref} ${title}`;
  };
  const from = new Map(carrying.carried.map((one) => [one.to, one]));
  const retired = new Map(way.flatMap(({ template }) => template.retired ?? []).map(({ key, note }) => [key, note]));
  const templates = way.map(({ template }) => template);
  const fateOf = (question: Question): QuestionFate => {
    const { key, ref, title, lineage } = question;
    const [one, ancestors] = [from.get(key), ancestorsIn(templates, key)];
    const kind = ancestors[0]?.kind;
    return {
      ref, title, note: lineage?.note ?? '', from: ancestors.map((ancestor) => named(ancestor.key)),
      fate: one?.fate ?? (kind === 'split' || kind === 'merged' ? kind : 'new'),
      ...(one ? counts(one.from) : { kept: 0, toCheck: 0, setAside: 0 }),
    };
  };
  return [
    ...questionsOf(after.template).map(fateOf),
    ...carrying.setAside.map((key): QuestionFate => {
      const { ref, title } = before.questions.get(before.questionIds.get(key)!)!;
      return { ref, title, fate: 'set-aside', from: [], note: retired.get(key) ?? '', ...counts(key) };
    }),
  ];
}
