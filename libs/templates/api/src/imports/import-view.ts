import type { Question } from '@attest/domain/questionnaire';
import type { WorkbookProblem } from '@attest/domain/workbook';
import type { Examined, Sound } from './examination.service';
import type { ImportedWorkbook, SheetProblem, WorkbookDifferences } from './imports.dto';
import type { ImportRow } from './imports.queries';

/** Beyond these somebody works from the workbook itself, in which all of them stand. */
const MOST_PROBLEMS = 300;

export function importView({ id, fileName, format, uploadedAt, expiresAt, skipped, draftId }: ImportRow, examined: Examined): ImportedWorkbook {
  const row = { id, fileName, format, uploadedAt: uploadedAt.toISOString(), expiresAt: expiresAt.toISOString(), skipped, draftId };
  if ('problems' in examined) {
    const { problems } = examined;
    return {
      ...row, problems: problems.slice(0, MOST_PROBLEMS).map(problemView), problemCount: problems.length, later: [], outline: null, published: null, differences: null, moves: draftId === null ? ['skip'] : [],
    };
  }
  const { template: { code, edition, title, sections }, later, published } = examined;
  return {
    ...row, problems: [], problemCount: 0, later: later.slice(0, MOST_PROBLEMS).map(problemView), published,
    outline: { code, edition, title, sections: sections.length, questions: sections.reduce((sum, { questions }) => sum + questions.length, 0) },
    differences: differencesView(examined), moves: draftId === null ? ['skip', 'apply'] : [],
  };
}

/** The first row names the columns, and without its settings a questionnaire is none. */
const problemView = (problem: WorkbookProblem): SheetProblem => ({ ...problem, canSkip: problem.row > 1 && problem.sheet !== 'Template' });

function differencesView({ against, differences, unexplained }: Sound): WorkbookDifferences | null {
  if (!against || !differences) return null;
  const { added, reworded, split, merged, altered, retired, around, same } = differences;
  return {
    against: { id: against.id, edition: against.template.edition, title: against.template.title, draft: against.draft },
    added: added.map(textOf),
    reworded: [...reworded, ...split, ...merged].map(({ question, before }) => ({ ...textOf(question), note: question.lineage?.note ?? '', before: before.map(textOf) })),
    altered: altered.map(({ question, what }) => ({ ...textOf(question), what })),
    removed: retired.map(({ question, note }) => ({ ...textOf(question), note, needsReason: unexplained.has(question.key) })),
    around, same: same - altered.length,
  };
}

const textOf = ({ key, ref, title, wording }: Question) => ({ key, ref, title, wording });
