import { byName } from '@attest/domain/rollup';
import type { QuestionAnswer, WholeQuestion, WholeRound } from '@attest/insight/api';
import { NOT_APPLICABLE, NOT_AVAILABLE, known } from './symbols';
import type { Sheet } from '@attest/shared/api';

/** What one organisation said to one question it was asked. */
export interface Said extends WholeQuestion {
  readonly answer: QuestionAnswer;
}

/** Everything the first organisation said, in printed order, then the next. */
export function everythingSaid({ questions }: Pick<WholeRound, 'questions'>): Said[] {
  const said = questions.flatMap((question) => question.detail.answers.map((answer) => ({ ...question, answer })));
  // a stable sort keeps the printed order; two organisations of one name must not be mixed
  return said.toSorted((a, b) => byName(a.answer, b.answer) || (a.answer.organisationId < b.answer.organisationId ? -1 : Number(a.answer.organisationId !== b.answer.organisationId)));
}

const states = { answered: 'Answered', 'not-applicable': 'Does not apply', unanswered: 'Unanswered' } as const;

export function stateOf({ level, value, naReason }: QuestionAnswer): keyof typeof states {
  if (naReason !== null) return 'not-applicable';
  return level === null && value === null ? 'unanswered' : 'answered';
}

export function answersSheet(round: WholeRound): Sheet {
  return {
    name: 'Answers', widths: [36, 22, 22, 8, 40, 15, 8, 16, 30, 80, 40, 12], frozenColumns: 1,
    header: ['Organisation', 'Area', 'Phase or sector', 'Ref', 'Question', 'State', 'Level', 'Level in words', 'Answer', 'Words', 'Why it does not apply', 'Level, last round'],
    rows: everythingSaid(round).map(({ question, detail: { ref, title }, answer }) => {
      const { name, area, group, level, value, note, naReason, last } = answer;
      const missing = naReason === null ? NOT_AVAILABLE : NOT_APPLICABLE;
      const isRated = question.type === 'level';
      return [
        name, known(area), known(group || null), ref, title, states[stateOf(answer)],
        ...(isRated ? [level?.letter ?? missing, level?.word ?? missing, NOT_APPLICABLE] : [NOT_APPLICABLE, NOT_APPLICABLE, value ?? missing]),
        note, naReason ?? '', isRated ? last?.letter ?? NOT_AVAILABLE : NOT_APPLICABLE,
      ];
    }),
  };
}
