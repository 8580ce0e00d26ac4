import { ancestorsIn, comparable, type Ancestor } from '@attest/domain/lineage';
import { questionsOf, type Question, type Template } from '@attest/domain/questionnaire';
import type { TemplateVersion } from '@attest/templates/api';
import { lastAnswerView, levelOn } from '../answers';
import type { ShownView } from '../evidence/evidence.dto';
import type { LastAnswerView } from '../submissions.dto';
import type { AnswerRow, LastReturnRow } from '../submissions.queries';

/** The last return, with the editions on the way back to the one it was asked in, newest first. */
export interface LastReturn {
  readonly row: LastReturnRow;
  readonly version: TemplateVersion;
  /** Null where one of them does not say where its questions come from. */
  readonly way: readonly Template[] | null;
  /** Evidence by question. */
  readonly shown: ReadonlyMap<string, ShownView[]>;
  /** Of the same organisation, and not of the school it followed. */
  readonly own: boolean;
}

/** What was said the last time to one question or to one it comes from. */
export interface LastAnswer {
  readonly view: LastAnswerView;
  readonly row: AnswerRow;
  readonly question: Question;
}

/**
 * What was said the last time to everything that a question comes from: to itself, however it was worded, to the one it was
 * split from, to all that were merged into it. Where no edition says, the same key is the same question. An answer that nobody
 * had checked says nothing.
 */
export function lastAnswersTo({ row, version, way, shown, own }: LastReturn, now: Template): (question: Question) => readonly LastAnswer[] {
  const { template: then } = version;
  const said = new Map(row.answers.filter(({ to_check }) => !to_check).flatMap((answer) => {
    const question = version.questions.get(answer.question_id);
    return question ? [[question.key, { answer, question }] as const] : [];
  }));
  return (question) => ancestorsOf(way, then, question).flatMap((ancestor) => {
    const last = said.get(ancestor.key);
    if (!last) return [];
    const { ref, title, wording } = last.question;
    const view: LastAnswerView = {
      ...lastAnswerView(last.answer, levelOn(then, last.question.scale, last.answer.level), row, comparable(now, question, then, ancestor)),
      questionId: last.answer.question_id, ref, title, wording, kind: ancestor.kind, shown: shown.get(last.answer.question_id) ?? [], reusable: own,
    };
    return [{ view, row: last.answer, question: last.question }];
  });
}

function ancestorsOf(way: readonly Template[] | null, then: Template, { key }: Question): readonly Ancestor[] {
  if (way) return ancestorsIn(way, key);
  return questionsOf(then).some((one) => one.key === key) ? [{ key, kind: 'same' }] : [];
}
