import { cellTypes, colours, evidenceRules, lineageKinds, questionTypes } from '../questionnaire';
import { columnName } from './cells';
import { layout, nameOf, type SheetName } from './layout';

/** How a column looks in a workbook that people fill in. */
export interface Column {
  /** In characters. */
  readonly width: number;
  /** What is typed stays as it was typed: 1.10 is not 1.1. */
  readonly textual: boolean;
  /** What there is to choose from: words, or the cells of a column of another sheet. */
  readonly offers?: Offers;
  /** The program's own: out of sight, and nobody types into it. */
  readonly kept: boolean;
}
export type Offers = readonly string[] | { readonly sheet: SheetName; readonly column: string };

const yesNo = ['yes', 'no'];
const from = (sheet: SheetName, heading: string) => ({ sheet, column: columnName(layout[sheet].findIndex((column) => nameOf(column) === heading)) });

const offers: Readonly<Record<string, Readonly<Record<string, Offers>>>> = {
  Questions: {
    section_ref: from('Sections', 'section_ref'), type: questionTypes, basis: ['statutory', 'good-practice', 'local'], required: yesNo, na_allowed: yesNo, critical: yesNo,
    scale: from('Scales', 'scale'), explanation: ['required', 'optional', 'none'], lines: ['one', 'several'], evidence: evidenceRules, change_from_last: lineageKinds,
  },
  Descriptors: { ref: from('Questions', 'ref'), level: from('Scales', 'label') },
  Choices: { ref: from('Questions', 'ref') },
  Tables: { ref: from('Questions', 'ref'), part: ['row', 'column'], type: cellTypes },
  Scales: { colour: colours, meets: yesNo },
  Scoring: { level: from('Scales', 'level') },
  Statute: { unverified: yesNo },
};
const kept: Readonly<Record<string, string>> = { Questions: 'qid', Sections: 'section_key' };

const numbers = ['weight', 'words', 'minimum', 'maximum', 'score', 'from_percent', 'row'];
const [LONG, MIDDLE, SHORT] = [60, 32, 14];
/** In characters; any other column holds a word. */
const widths: Readonly<Record<string, number>> = {
  setting: 22, version: 20, features: 20, without_features: 20, scale_name: 20, predecessors: 20,
  title: MIDDLE, label: MIDDLE, show_if: MIDDLE, change_note: MIDDLE, author_note: MIDDLE, where: MIDDLE, url: MIDDLE,
  value: LONG, intro: LONG, full_wording: LONG, help: LONG, evidence_examples: LONG, wording: LONG, meaning: LONG, note: LONG, problem: LONG, how_to_put_it_right: LONG,
};

/** By the name of its sheet and its own, in small letters; a column of somebody's own is looked at too. */
export function columnLook(sheet: string, heading: string): Column {
  const width = widths[heading] ?? SHORT;
  return { width, textual: width < MIDDLE && !numbers.includes(heading), offers: offers[sheet]?.[heading], kept: kept[sheet] === heading };
}
