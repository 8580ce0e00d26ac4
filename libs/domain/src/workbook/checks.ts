import type { Cell, Sheet, WorkbookProblem } from './cells';
import { readSheets } from './read';
import { sheetsOf } from './write';
import type { Template } from '../questionnaire';

/** What is to be put right, where it is found in a spreadsheet program. */
export function checksSheet(problems: readonly WorkbookProblem[]): Sheet {
  const rows: readonly (readonly Cell[])[] = problems.map(({ sheet, row, column, detail, fix }) => [sheet, row || null, column || null, detail, fix]);
  return { name: 'Checks', rows: [['sheet', 'row', 'column', 'problem', 'how_to_put_it_right'], ...rows] };
}

/** What would be told of the workbook of this template, were it given back as it is. */
export function problemsOf(template: Template): readonly WorkbookProblem[] {
  const read = readSheets(sheetsOf(template));
  return 'problems' in read ? read.problems : read.later;
}

/** The first sheet: what the workbook is for and how it comes back. Its first line is the title. */
export function coverOf({ title, edition, code, follows }: Pick<Template, 'title' | 'edition' | 'code' | 'follows'>, owner: string, problems: number): readonly string[] {
  return [
    `${title}: workbook`,
    `This workbook holds the whole questionnaire "${code}", edition ${edition}${follows === undefined ? '' : `, which follows ${follows}`}. It belongs to ${owner}.`,
    'Each sheet is one table: the names of its columns stand in the first row, and each row below is one thing, such as a question. A row of Descriptors, Choices or Tables belongs to the question whose number stands in it.',
    'Change, add and delete rows as you like. Keep the names of the sheets and of the columns; columns and sheets of your own are left alone. Do not merge cells, and do not use formulas.',
    'A new question needs a number (ref), a section, a type, a title and its wording. What need not be filled in may stay empty. In a cell with several values, put a semicolon between them.',
    'The hidden column qid says which question of the edition before a row continues. A new row has none.',
    'To give it back, open Templates in Attest and choose Import. You see what is wrong and what would change before anything is changed, and it becomes a draft of its own.',
    problems === 0 ? 'The sheet Checks is empty: nothing was found.' : `The sheet Checks lists ${problems === 1 ? 'one thing' : `${problems} things`} to put right. The cells they are about have a coloured ground and a note.`,
  ];
}
