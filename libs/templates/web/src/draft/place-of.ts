import { questionsOf, type Template } from '@attest/domain/questionnaire';

/** Where something is put right: what is chosen in the outline, and the field there. */
export interface Place {
  /** Key of a section or question, `settings` or `lineage`. */
  readonly at: string;
  readonly field: string;
}

/** The field of the question's form, by what is said of it; the wording where nothing is named. */
const fields: Readonly<Record<string, string>> = {
  'type-unknown': 'type', 'scale-unknown': 'scale',
  'descriptor-missing': 'descriptors', 'descriptor-extra': 'descriptors', 'descriptor-identical': 'descriptors', 'descriptors-alike': 'descriptors',
  'weight-not-whole': 'weight', 'weight-on-unrated': 'weight', 'critical-not-scored': 'weight',
  'choices-missing': 'choices', 'table-empty': 'table', 'table-extra': 'table', 'table-too-large': 'table', 'table-discouraged': 'type',
  'citation-missing': 'citations', 'citation-stale': 'citations', 'citation-unverified': 'citations',
  'words-absurd': 'words', 'range-absurd': 'minimum', 'key-duplicate': 'choices',
  'applies-to-unknown': 'appliesTo', 'applies-to-nobody': 'appliesTo',
  'lineage-unclear': 'lineage', 'question-unreachable': 'showIf',
  'condition-empty': 'showIf', 'condition-unknown-question': 'showIf', 'condition-not-earlier': 'showIf', 'condition-unknown-value': 'showIf', 'condition-hangs-on-rating': 'showIf',
  'evidence-example-missing': 'evidence', 'help-missing': 'help',
};

export function placeOf(template: Template, { where, code }: { readonly where: string; readonly code: string }): Place {
  const question = questionsOf(template).find(({ ref, key }) => ref === where || key === where);
  // a question that is gone has its fate told on the page of threads
  if (question && (question.ref === where || code !== 'lineage-unclear')) return { at: question.key, field: fields[code] ?? 'wording' };
  const section = template.sections.find(({ ref, key }) => ref === where || key === where);
  if (section) return { at: section.key, field: code.startsWith('applies-to') ? 'appliesTo' : code.startsWith('weight') ? 'weight' : 'title' };
  if (code === 'lineage-unclear') return { at: 'lineage', field: 'retired' };
  if (template.scales.some(({ key }) => key === where)) return { at: 'settings', field: `scale-${where}` };
  return { at: 'settings', field: where === 'scoring' ? 'bands' : where === 'sign-off' ? 'sign-off' : 'title' };
}
