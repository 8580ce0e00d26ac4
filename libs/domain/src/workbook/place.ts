import type { Question, Template } from '../questionnaire';
import { columnName, type Sheet, type WorkbookProblem } from './cells';
import { WHOLE, type SheetName } from './layout';
import { Findings, recordsOf } from './records';

/** Which column holds a property, where it has another name; the others are called as they are. */
const columns: Readonly<Record<string, string>> = {
  'wording': 'full_wording', 'naAllowed': 'na_allowed', 'evidence': 'evidence_examples', 'evidenceRule': 'evidence', 'showIf': 'show_if', 'authorNote': 'author_note', 'effectiveFrom': 'effective_from',
  'appliesTo/withoutFeatures': 'without_features', 'lineage/kind': 'change_from_last', 'lineage/from': 'predecessors', 'lineage/note': 'change_note',
};
/** Parts of a question that have a sheet of their own, and the column that holds whose they are. */
const parts: Readonly<Record<string, readonly [SheetName, string]>> = { descriptors: ['Descriptors', 'ref'], choices: ['Choices', 'ref'], table: ['Tables', 'ref'], citations: ['Statute', 'used_by'] };

interface Place { readonly sheet: SheetName; readonly row: number; readonly heading: string }

/** What is wrong with a template that was read from these sheets, told of the cell that says it. `pointer` is a JSON pointer. */
export function problemInSheets(sheets: readonly Sheet[], skipped: ReadonlySet<string>, template: Template, pointer: string, detail: string): WorkbookProblem {
  const { sheet, row, heading } = new Places(sheets, skipped, template).of(pointer.split('/').slice(1));
  const headings = sheets.find(({ name }) => name.trim().toLowerCase() === sheet.toLowerCase())?.rows[0] ?? [];
  const at = headings.findIndex((cell) => typeof cell === 'string' && cell.trim().toLowerCase() === heading);
  return { sheet, row, column: row > 0 && at >= 0 ? columnName(at) : '', detail, fix: 'Change it, and give the workbook back.' };
}

class Places {
  constructor(private readonly sheets: readonly Sheet[], private readonly skipped: ReadonlySet<string>, private readonly template: Template) {}

  of([first = '', at = '', ...rest]: readonly string[]): Place {
    if (first === 'sections') return this.ofSection(Number(at), rest);
    if (first === 'scales') return this.ofScale(Number(at), rest);
    if (first === 'legalBasis') return this.nth('Statute', 'used_by', WHOLE, Number(at), rest[0]);
    if (first === 'retired') return this.nth('Retired', '', '', Number(at), rest[0]);
    if (first === 'scoring' && at === 'bands') return this.nth('Scoring', '', '', Number(rest[0]), rest[1] === 'from' ? 'from_percent' : rest[1]);
    const setting = first === 'declaration' || first === 'scoring' ? { role: 'declaration_role', wording: 'declaration_wording', rule: 'rule', resultScale: 'result_scale' }[at] ?? at : columns[first] ?? first;
    return this.nth('Template', 'setting', setting, 0, 'value');
  }

  private ofSection(at: number, [property = '', below = '', ...rest]: readonly string[]): Place {
    const section = this.template.sections[at];
    if (property !== 'questions' || below === '') return this.nth('Sections', 'section_ref', section?.ref ?? '', 0, columnOf([property, below], 'section_ref'));
    const question = section?.questions[Number(below)];
    return question ? this.ofQuestion(question, rest) : { sheet: 'Questions', row: 0, heading: '' };
  }

  private ofQuestion({ ref }: Question, [property = '', at = '', below = '']: readonly string[]): Place {
    const part = parts[property];
    if (part) return this.nth(part[0], part[1], ref, Number(at) || 0, below || undefined);
    return this.nth('Questions', 'ref', ref, 0, columnOf([property, at], 'ref'));
  }

  private ofScale(at: number, [property = '', below = '', named = '']: readonly string[]): Place {
    return this.nth('Scales', 'scale', this.template.scales[at]?.key ?? '', property === 'levels' ? Number(below) || 0 : 0, { word: 'label', key: 'level', name: 'scale_name' }[named || property] ?? (named || 'scale'));
  }

  /** The nth of the rows in which this stands, of the whole sheet where nothing is asked for; the sheet as a whole where it cannot be told. */
  private nth(sheet: SheetName, by: string, value: string, at: number, heading = by): Place {
    const rows = recordsOf(this.sheets, sheet, new Findings(this.skipped)).filter((record) => by === '' || record.text(by).toLowerCase() === value.toLowerCase());
    return { sheet, row: rows[at]?.row ?? rows[0]?.row ?? 0, heading };
  }
}

function columnOf([property, below]: readonly [string, string], otherwise: string): string {
  if (property === 'appliesTo') return columns[`appliesTo/${below}`] ?? below;
  return columns[`${property}/${below}`] ?? columns[property] ?? (property || otherwise);
}
