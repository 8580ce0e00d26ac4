import type { PublishedCategory, PublishedCount, PublishedFigure, PublishedRow, PublishedView } from '@attest/shared/client';

export interface PublishedTable {
  readonly caption: string;
  readonly labelled: string;
  readonly categories: readonly PublishedCategory[];
  readonly rows: readonly TableRow[];
  /** Said above the table where its rows are lines of one figure; otherwise each row has its own. */
  readonly own: string;
}

export interface TableRow {
  readonly label: string;
  readonly counts: readonly PublishedCount[];
  readonly base: number | null;
  readonly percentMeets: number | null;
  readonly own: string;
}

/** A standard with its questions. */
export interface PublishedStandard {
  readonly title: string;
  readonly tables: readonly PublishedTable[];
  readonly questions: readonly PublishedTable[];
}

/** Figures, and whose levels stand beside them. */
export type PublishedFigures = Pick<PublishedView, 'figures' | 'own'>;

/** All together: a row a standard, and under each standard a row a question. */
export function summaryTables(view: PublishedFigures): PublishedTable[] {
  return togetherByScale('Organisations at each level, by standard', 'Standard', view.figures.filter(({ kind }) => kind !== 'question'), view);
}

/** Standard by standard; broken down, a table has a row a group or an area. */
export function standardsOf(view: PublishedFigures, labelled: string | null): PublishedStandard[] {
  return view.figures.filter(({ kind }) => kind !== 'question').flatMap((standard): PublishedStandard[] => {
    const questions = view.figures.filter((figure) => figure.kind === 'question' && figure.standard === standard.key);
    if (labelled === null && questions.length === 0) return [];
    return [{
      title: titleOf(standard),
      tables: labelled === null ? [] : [tableOf(standard, labelled, view)],
      questions: labelled === null ? togetherByScale(`Organisations at each level, questions of ${standard.title}`, 'Question', questions, view) : questions.map((question) => tableOf(question, labelled, view)),
    }];
  });
}

const titleOf = ({ ref, title }: PublishedFigure) => (ref ? `${ref} ${title}` : title);

function tableOf(figure: PublishedFigure, labelled: string, view: PublishedFigures): PublishedTable {
  return { caption: titleOf(figure), labelled, categories: figure.categories, rows: figure.rows.map((row) => ({ ...row, own: '' })), own: ownOf(figure, view) };
}

/** Figures on one scale stand in one table. */
function togetherByScale(caption: string, labelled: string, figures: readonly PublishedFigure[], view: PublishedFigures): PublishedTable[] {
  const tables = new Map<string, PublishedTable & { readonly rows: TableRow[] }>();
  for (const figure of figures) {
    const scale = figure.categories.map(({ key, word }) => `${key} ${word}`).join();
    const table = tables.get(scale) ?? { caption, labelled, categories: figure.categories, rows: [], own: '' };
    table.rows.push({ ...(figure.rows[0] as PublishedRow), label: titleOf(figure), own: ownOf(figure, view) });
    tables.set(scale, table);
  }
  return [...tables.values()];
}

/** Names stand beside levels where there are several. */
function ownOf({ own, categories }: PublishedFigure, view: PublishedFigures): string {
  const words = own.map(({ organisationId, category }) => ({ name: view.own.find(({ id }) => id === organisationId)?.name, word: categories.find(({ key }) => key === category)?.word }));
  return words.length === 1 ? words[0]!.word ?? '' : words.map(({ name, word }) => `${name}: ${word}`).join('; ');
}
