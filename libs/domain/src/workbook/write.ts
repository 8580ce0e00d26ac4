import { conditionInWords } from '../authoring';
import { questionsOf, scaleOf, tidied } from '../questionnaire';
import type { Applicability, Citation, Question, Template } from '../questionnaire';
import { joined, type Cell, type Sheet } from './cells';
import { WHOLE, layout, nameOf, settings, type SheetName } from './layout';

type Row = Readonly<Record<string, Cell | undefined>>;

/** A template as sheets that people can read, change in a spreadsheet program, and give back. */
export function sheetsOf(given: Template): readonly Sheet[] {
  const template = tidied(given);
  const questions = questionsOf(template);
  const rows: Readonly<Record<SheetName, readonly Row[]>> = {
    'Template': settings.map((setting) => ({ setting, value: settingsOf(template)[setting] ?? null })),
    'Sections': template.sections.map(({ key, ref, title, intro, weight, appliesTo }) => ({ section_ref: ref, section_key: key, title, intro, weight, ...whom(appliesTo) })),
    'Questions': template.sections.flatMap((section) => section.questions.map((question) => ({ section_ref: section.ref, ...questionRow(template, question) }))),
    'Descriptors': questions.flatMap((question) => descriptorRows(template, question)),
    'Choices': questions.flatMap(({ ref, choices = [] }) => choices.map(({ key, label }) => ({ ref, value: key, label }))),
    'Tables': questions.flatMap(({ ref, table }) => [
      ...(table?.rows ?? []).map(({ key, label }) => ({ ref, part: 'row', value: key, label })),
      ...(table?.columns ?? []).map(({ key, label, type }) => ({ ref, part: 'column', value: key, label, type })),
    ]),
    'Scales': template.scales.flatMap((scale) => scale.levels.map(({ key, letter, word, colour, score, meets, meaning }) => ({
      scale: scale.key, scale_name: scale.name, level: key, letter, label: word, colour, score, meets: yes(meets), meaning,
    }))),
    'Scoring': template.scoring.bands.map(({ level, from }) => ({ level, from_percent: from })),
    'Sign-off': (template.signOff ?? []).map(({ key, who, role, declaration, samePerson }) => ({ step: key, who, role, declaration, same_person: samePerson ? 'yes' : null })),
    'Statute': [...template.legalBasis.map((one) => source(WHOLE, one)), ...questions.flatMap(({ ref, citations = [] }) => citations.map((one) => source(ref, one)))],
    'Retired': (template.retired ?? []).map(({ key, ref, title, note }) => ({ qid: key, ref, title, note })),
  };
  return (Object.keys(layout) as SheetName[]).map((name) => ({
    name,
    rows: [layout[name].map(nameOf), ...rows[name].map((row) => layout[name].map((column) => row[nameOf(column)] ?? null))],
  }));
}

const yes = (so: boolean | undefined) => (so ? 'yes' : 'no');

const settingsOf = ({ code, edition, title, audience, purpose, effectiveFrom, follows, scoring, declaration }: Template): Row => ({
  code, edition, title, audience, purpose, effective_from: effectiveFrom, follows, rule: scoring.rule, result_scale: scoring.resultScale,
  declaration_role: declaration.role, declaration_wording: declaration.wording,
});

function questionRow(template: Template, question: Question): Row {
  const { evidence = [], lineage, showIf } = question;
  return {
    ref: question.ref, qid: question.key, type: question.type, title: question.title, full_wording: question.wording, help: question.help, basis: question.basis,
    required: yes(question.required), na_allowed: yes(question.naAllowed), weight: question.weight, critical: question.critical ? 'yes' : null, scale: question.scale,
    explanation: question.explanation, words: question.words, lines: question.lines, minimum: question.minimum, maximum: question.maximum,
    evidence: question.evidenceRule, evidence_examples: evidence.length === 0 ? null : joined(evidence, '\n'), ...whom(question.appliesTo),
    show_if: showIf === undefined ? null : conditionInWords(template, showIf),
    change_from_last: lineage?.kind, predecessors: lineage === undefined || lineage.from.length === 0 ? null : joined(lineage.from), change_note: lineage?.note,
    since: question.since, author_note: question.authorNote,
  };
}

function whom({ phases, sectors, features, withoutFeatures, types, areas }: Applicability = {}): Row {
  const list = (values: readonly string[] | undefined) => (values === undefined ? null : joined(values));
  return { phases: list(phases), sectors: list(sectors), features: list(features), without_features: list(withoutFeatures), types: list(types), areas: list(areas) };
}

/** In the order of the scale, by the words of its levels. */
function descriptorRows(template: Template, { ref, scale, descriptors = {} }: Question): readonly Row[] {
  const levels = scaleOf(template, scale)?.levels ?? [];
  return levels.flatMap(({ key, word }) => (Object.hasOwn(descriptors, key) ? [{ ref, level: word, wording: descriptors[key]! }] : []));
}

const source = (usedBy: string, { title, where, version, url, unverified }: Citation): Row =>
  ({ used_by: usedBy, title, where, version, url, unverified: unverified ? 'yes' : null });
