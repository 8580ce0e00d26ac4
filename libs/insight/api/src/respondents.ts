import { askedQuestions, groupInWords, type Answer, type Answers, type AnswerValue, type Question, type Template } from '@attest/domain/questionnaire';
import type { RespondentRow } from './insight.queries';

/** Somebody who returned: what they were asked, and what they said. */
export interface Respondent {
  readonly organisationId: string;
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

export function readRespondents(rows: readonly RespondentRow[], { template, questionKeys }: Edition): Respondent[] {
  return rows.map((row) => {
    const { phase, sector, features } = row;
    const answers = answersIn(row, questionKeys);
    const asked = askedQuestions(template, { kind: template.audience, phase, sector, features }, answers);
    return {
      organisationId: row.organisation_id, name: row.organisation_name, area: row.area_name, group: groupInWords(row), chosen: row.chosen,
      answers, asked: new Set(asked.flatMap((section) => section.questions)),
    };
  });
}

function answersIn({ answers }: RespondentRow, keys: ReadonlyMap<string, string>): Answers {
  return Object.fromEntries(answers.flatMap(([id, level, value, note, naReason]): [string, Answer][] => {
    const key = keys.get(id);
    return key !== undefined ? [[key, { level, value: value as AnswerValue | null, note, naReason }]] : [];
  }));
}
