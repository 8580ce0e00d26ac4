import { readCondition } from '../authoring';
import {
  cellTypes, colours, evidenceRules, features, lineageKinds, organisationKinds, phases, questionTypes, questionsOf, sectors, signingRoles, templateProblems, tidied,
} from '../questionnaire';
import type { Applicability, Citation, Declaration, LineageKind, Question, QuestionType, Retired, Scale, Section, Template } from '../questionnaire';
import type { Sheet, WorkbookProblem } from './cells';
import { WHOLE, settings } from './layout';
import { Findings, recordsOf, type Record } from './records';

/**
 * A whole template, or everything that is wrong with the workbook; never half of one. `later` is what keeps the template from
 * being published, such as a level that nobody described: that can be put right in a draft as well.
 */
export type ReadWorkbook = { readonly template: Template; readonly later: readonly WorkbookProblem[] } | { readonly problems: readonly WorkbookProblem[] };

/** `skipped` names rows to be read as if they were not there, such as "Questions!12". */
export function readSheets(sheets: readonly Sheet[], skipped: ReadonlySet<string> = new Set()): ReadWorkbook {
  const findings = new Findings(skipped);
  const reading = new Reading(sheets, findings);
  const template = reading.template();
  if (findings.problems.length > 0) return { problems: inOrder(findings.problems, sheets) };
  // nothing new is said where a cell is wrong already
  reading.holdAgainstRules(template);
  return { template: tidied(template), later: inOrder(findings.problems, sheets) };
}

class Reading {
  private readonly places = new Map<string, Record>();

  /** Numbers of the questions that are not to be read: what belongs to them goes with them. */
  private readonly leftOut: ReadonlySet<string>;

  constructor(private readonly sheets: readonly Sheet[], private readonly findings: Findings) {
    const everything = findings.skipped.size === 0 ? [] : recordsOf(sheets, 'Questions', new Findings());
    this.leftOut = new Set(everything.filter(({ row }) => findings.skipped.has(`Questions!${row}`)).map((row) => row.text('ref')));
  }

  template(): Template {
    const set = this.settings();
    const scales = this.scales();
    const bands = this.rows('Scoring').map((row) => ({ level: row.needed('level'), from: row.number('from_percent') ?? (row.needed('from_percent'), 0) }));
    const sections = this.sections();
    const plain: Template = {
      code: set('code'), edition: set('edition'), title: set('title'), audience: organisationKinds.find((kind) => kind === set('audience')) ?? 'agency',
      purpose: set('purpose'), effectiveFrom: set('effective_from'), follows: set('follows') || undefined,
      legalBasis: this.citations(WHOLE), scales, scoring: { rule: set('rule'), resultScale: set('result_scale'), bands },
      sections: this.withQuestions(sections, scales), declaration: { role: set('declaration_role'), wording: set('declaration_wording') } satisfies Declaration,
      signOff: this.signOff(), retired: this.retired(),
    };
    const template = this.withConditions(plain);
    this.strangers(template);
    return template;
  }

  /** What the rules of a template say is told beside the row it is about. */
  holdAgainstRules(template: Template): void {
    for (const { where, detail } of templateProblems(template)) this.tell(where, detail);
  }

  private settings(): (name: (typeof settings)[number]) => string {
    const rows = this.rows('Template');
    const found = new Map<string, string>();
    for (const row of rows) {
      const name = row.needed('setting').toLowerCase();
      if (found.has(name)) row.wrong('setting', `${name} is set twice.`, 'Keep one of the rows.');
      found.set(name, row.text('value'));
      if (name === 'audience') row.oneOf('value', organisationKinds);
      if (name === 'effective_from' && !/^\d{4}-\d{2}-\d{2}$/.test(row.text('value'))) row.wrong('value', `"${row.text('value')}" is not a date.`, 'Write the date as year, month and day, such as 2026-09-01, in a cell formatted as text.');
    }
    for (const name of settings.filter((one) => !['follows', 'purpose'].includes(one))) {
      if (rows.length > 0 && !found.get(name)) this.findings.add('Template', 0, '', `${name} is not set.`, `Add a row with ${name} and its value.`);
    }
    return (name) => found.get(name) ?? '';
  }

  private scales(): readonly Scale[] {
    const scales = new Map<string, Scale>();
    for (const row of this.rows('Scales')) {
      const key = row.needed('scale');
      const [word, known] = [row.needed('label'), scales.get(key)];
      const level = {
        key: row.text('level') || slug(word), letter: row.needed('letter'), word, colour: row.oneOf('colour', colours) ?? 'red',
        score: row.number('score') ?? (row.needed('score'), 0), meets: row.yesNo('meets', false), meaning: row.text('meaning'),
      };
      if (known?.levels.some((one) => one.word.toLowerCase() === word.toLowerCase())) row.wrong('label', `Two levels of ${key} are called "${word}".`, 'Call each level something else.');
      scales.set(key, { key, name: known?.name || row.text('scale_name') || key, levels: [...(known?.levels ?? []), level] });
      this.places.set(key, row);
    }
    return [...scales.values()];
  }

  private sections(): readonly Section[] {
    const refs = new Set<string>();
    return this.rows('Sections').map((row) => {
      const [ref, title] = [row.needed('section_ref'), row.needed('title')];
      if (refs.has(ref)) row.wrong('section_ref', `Two sections have the number ${ref}.`, 'Give each section a number of its own.');
      refs.add(ref);
      this.places.set(ref, row);
      return { key: row.text('section_key') || slug(title), ref, title, intro: row.text('intro'), weight: row.number('weight') ?? 1, appliesTo: whom(row), questions: [] };
    });
  }

  private withQuestions(sections: readonly Section[], scales: readonly Scale[]): readonly Section[] {
    const [descriptors, choices, tables] = [this.rows('Descriptors'), this.rows('Choices'), this.rows('Tables')];
    const [refs, keys] = [new Map<string, Record>(), new Set<string>()];
    const bySection = new Map<string, Question[]>();
    for (const row of this.rows('Questions')) {
      const [ref, sectionRef, title] = [row.needed('ref'), row.needed('section_ref'), row.needed('title')];
      const first = refs.get(ref);
      if (first) row.wrong('ref', `The number ${ref} is used in row ${first.row} already.`, 'Give each question a number of its own.');
      else refs.set(ref, row);
      this.places.set(ref, row);
      if (sectionRef && !sections.some((section) => section.ref === sectionRef)) row.wrong('section_ref', `There is no section ${sectionRef}.`, 'Use a number from the sheet Sections.');
      const key = row.text('qid') || freeKey(slug(title), keys);
      if (keys.has(key)) row.wrong('qid', `Another question has the qid "${key}".`, 'A copied row keeps the qid of the one it was copied from: clear the cell, and a new one is made.');
      keys.add(key);
      const question = this.question(row, key, scales);
      bySection.set(sectionRef, [...(bySection.get(sectionRef) ?? []), {
        ...question,
        ...(question.type === 'level' ? { descriptors: this.descriptors(descriptors, question, scales) } : {}),
        ...(question.type === 'choice' || question.type === 'choices' ? { choices: this.choices(choices, ref) } : {}),
        ...(question.type === 'table' ? { table: this.table(tables, ref) } : {}),
      }]);
    }
    this.belonging(descriptors, refs, ['level']);
    this.belonging(choices, refs, ['choice', 'choices']);
    this.belonging(tables, refs, ['table']);
    return sections.map((section) => ({ ...section, questions: bySection.get(section.ref) ?? [] }));
  }

  private question(row: Record, key: string, scales: readonly Scale[]): Question {
    const type: QuestionType = row.oneOf('type', questionTypes) ?? 'text';
    const scale = row.text('scale');
    if (type === 'level' && !scales.some((one) => one.key === scale)) row.wrong('scale', scale ? `There is no scale "${scale}".` : 'A rated question needs a scale.', `Use one of: ${scales.map((one) => one.key).join(', ')}.`);
    const kind: LineageKind | undefined = row.text('change_from_last') ? row.oneOf('change_from_last', lineageKinds) : undefined;
    return {
      key, ref: row.text('ref'), title: row.text('title'), wording: row.needed('full_wording'), type,
      basis: row.oneOf('basis', ['statutory', 'good-practice', 'local'] as const, 'local')!,
      help: row.text('help'), evidence: row.list('evidence_examples'), evidenceRule: row.text('evidence') ? row.oneOf('evidence', evidenceRules) : undefined,
      citations: this.citations(row.text('ref')), appliesTo: whom(row),
      required: row.yesNo('required', true), naAllowed: row.yesNo('na_allowed', false), weight: row.number('weight') ?? (type === 'level' ? 1 : 0),
      critical: row.yesNo('critical', false), scale: type === 'level' ? scale : undefined,
      explanation: row.oneOf('explanation', ['required', 'optional', 'none'] as const, 'optional')!,
      words: row.number('words'), lines: row.text('lines') ? row.oneOf('lines', ['one', 'several'] as const) : undefined,
      minimum: row.number('minimum'), maximum: row.number('maximum'), since: row.text('since') || undefined, authorNote: row.text('author_note'),
      lineage: kind && { kind, from: row.list('predecessors') ?? [], note: row.text('change_note') || undefined },
    };
  }

  private descriptors(rows: readonly Record[], { ref, scale }: Question, scales: readonly Scale[]): Readonly<{ [level: string]: string }> {
    const levels = scales.find((one) => one.key === scale)?.levels ?? [];
    const found = new Map<string, string>();
    for (const row of rows.filter((one) => one.text('ref') === ref)) {
      const said = row.needed('level').toLowerCase();
      const level = levels.find(({ word, letter, key }) => [word, letter, key].some((name) => name.toLowerCase() === said));
      if (level === undefined) {
        if (said && levels.length > 0) row.wrong('level', `"${row.text('level')}" is no level of ${scale}.`, `Write one of: ${levels.map(({ word }) => word).join(', ')}.`);
        continue;
      }
      if (found.has(level.key)) row.wrong('level', `${ref} describes ${level.word} twice.`, 'Keep one of the rows.');
      found.set(level.key, row.needed('wording'));
    }
    return Object.fromEntries(found);
  }

  private choices(rows: readonly Record[], ref: string): NonNullable<Question['choices']> {
    return rows.filter((row) => row.text('ref') === ref).map((row) => ({ key: row.text('value') || slug(row.text('label')), label: row.needed('label') }));
  }

  private table(rows: readonly Record[], ref: string): NonNullable<Question['table']> {
    const parts = rows.filter((row) => row.text('ref') === ref).map((row) => ({
      part: row.oneOf('part', ['row', 'column'] as const), key: row.text('value') || slug(row.text('label')), label: row.needed('label'),
      type: row.text('part').toLowerCase() === 'column' ? row.oneOf('type', cellTypes, 'text')! : 'text' as const,
    }));
    return {
      rows: parts.filter(({ part }) => part === 'row').map(({ key, label }) => ({ key, label })),
      columns: parts.filter(({ part }) => part === 'column').map(({ key, label, type }) => ({ key, label, type })),
    };
  }

  private citations(usedBy: string): readonly Citation[] {
    return this.rows('Statute').filter((row) => row.text('used_by').toLowerCase() === usedBy.toLowerCase()).map((row) => ({
      title: row.needed('title'), where: row.needed('where'), version: row.needed('version'), url: row.text('url') || undefined, unverified: row.yesNo('unverified', false),
    }));
  }

  private retired(): readonly Retired[] {
    return this.rows('Retired').map((row) => ({ key: row.needed('qid'), ref: row.text('ref'), title: row.text('title'), note: row.text('note') }));
  }

  private signOff(): NonNullable<Template['signOff']> {
    return this.rows('Sign-off').map((row) => ({
      key: row.text('step') || slug(row.text('who')), who: row.needed('who'), role: row.oneOf('role', signingRoles) ?? 'approver',
      declaration: row.needed('declaration'), samePerson: row.yesNo('same_person', false),
    }));
  }

  /** Conditions name other questions, so they are read when all are known. */
  private withConditions(template: Template): Template {
    const conditioned = (question: Question): Question => {
      const row = this.places.get(question.ref);
      const sentence = row?.sheet === 'Questions' ? row.text('show_if').replace(/^show if\s+/i, '') : '';
      if (sentence === '') return question;
      const read = readCondition(template, sentence);
      if ('condition' in read) return { ...question, showIf: read.condition };
      row!.wrong('show_if', `The condition cannot be read at character ${read.at}. ${read.problem}`, 'Write it like this: 1.2 is "Yes" and 1.4 is one of "Partly", "No".');
      return question;
    };
    return { ...template, sections: template.sections.map((section) => ({ ...section, questions: section.questions.map(conditioned) })) };
  }

  /** Rows about a question there is not, or of one that is answered otherwise, are a slip of the hand: left alone, what they say would be lost without a word. */
  private belonging(rows: readonly Record[], refs: ReadonlyMap<string, Record>, types: readonly QuestionType[]): void {
    for (const row of rows) {
      const ref = row.needed('ref');
      if (ref === '' || this.leftOut.has(ref)) continue;
      const type = refs.get(ref)?.text('type').toLowerCase();
      if (type === undefined) row.wrong('ref', `There is no question ${ref}.`, 'Use a number from the sheet Questions, or delete the row.');
      // a type that there is not is told where it stands
      else if (questionTypes.some((one) => one === type) && !types.some((one) => one === type)) {
        row.wrong('ref', `Question ${ref} is of the type ${type}, so nothing of this sheet belongs to it.`, `Use the number of a question of the type ${types.join(' or ')}, change the type in the sheet Questions, or delete the row.`);
      }
    }
  }

  private strangers(template: Template): void {
    const refs = new Set([WHOLE, ...[...questionsOf(template).map(({ ref }) => ref), ...this.leftOut].map((ref) => ref.toLowerCase())]);
    for (const row of this.rows('Statute')) {
      if (row.needed('used_by') !== '' && !refs.has(row.text('used_by').toLowerCase())) row.wrong('used_by', `There is no question ${row.text('used_by')}.`, `Use a number from the sheet Questions, or "${WHOLE}" for all of it.`);
    }
  }

  private tell(where: string, detail: string): void {
    const row = this.places.get(where);
    if (row) row.wrong(row.sheet === 'Sections' ? 'section_ref' : row.sheet === 'Scales' ? 'scale' : 'ref', detail, 'Change it in this row or in the rows that belong to it.');
    else this.findings.add(where === 'scoring' ? 'Scoring' : where === 'sign-off' ? 'Sign-off' : 'Questions', 0, '', detail, 'Change it in the workbook and give it back.');
  }

  private readonly read = new Map<string, readonly Record[]>();
  /** Read once, so that what is wrong with a sheet is told once. */
  private rows(name: Parameters<typeof recordsOf>[1]): readonly Record[] {
    const rows = this.read.get(name) ?? recordsOf(this.sheets, name, this.findings);
    this.read.set(name, rows);
    return rows;
  }
}

function whom(row: Record): Applicability | undefined {
  const lists = {
    phases: row.list('phases', phases), sectors: row.list('sectors', sectors), features: row.list('features', features),
    withoutFeatures: row.list('without_features', features), types: row.list('types'), areas: row.list('areas'),
  };
  const given = Object.entries(lists).filter(([, list]) => list !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/** "Do all staff know?" → "do-all-staff-know". */
const slug = (text: string) => text.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60) || 'question';

function freeKey(wanted: string, taken: ReadonlySet<string>): string {
  for (let at = 2, key = wanted; ; key = `${wanted}-${at++}`) if (!taken.has(key)) return key;
}

/** Sheet by sheet as they stand in the workbook, then row by row; the same thing said twice of one cell is said once. */
function inOrder(problems: readonly WorkbookProblem[], sheets: readonly Sheet[]): readonly WorkbookProblem[] {
  const place = (name: string) => sheets.findIndex((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  const told = new Map(problems.map((problem) => [JSON.stringify([problem.sheet, problem.row, problem.column, problem.detail]), problem]));
  return [...told.values()].sort((one, other) => place(one.sheet) - place(other.sheet) || one.row - other.row || one.column.length - other.column.length || (one.column < other.column ? -1 : 1));
}
