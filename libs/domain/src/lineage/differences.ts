import { questionsOf } from '../questionnaire';
import type { Question, Template } from '../questionnaire';
import { changesBetween, type Changes } from './changes';
import { proposeLineage } from './propose';

export interface Differences extends Changes {
  /** Asked in the same words, and otherwise not as it was: by the names of what differs. */
  readonly altered: readonly { readonly question: Question; readonly what: readonly string[] }[];
  /** What differs beside the questions, such as the title or a scale. */
  readonly around: readonly string[];
}

/** What is different between two templates that need not be editions of one another, such as a draft and the workbook it went out as. */
export function differencesBetween(before: Template, after: Template): Differences {
  const { lineage } = proposeLineage(before, after);
  const threaded = { ...after, sections: after.sections.map((section) => ({ ...section, questions: section.questions.map((question) => ({ ...question, lineage: lineage.get(question.key)! })) })) };
  const [old, homes] = [new Map(questionsOf(before).map((question) => [question.key, question])), [homesIn(before), homesIn(after)] as const];
  const altered = questionsOf(after).flatMap((question) => {
    const was = old.get(question.key);
    if (!was || lineage.get(question.key)!.kind !== 'same') return [];
    const what = [...differing(was, question, questionWords), ...(homes[0].get(question.key) === homes[1].get(question.key) ? [] : ['section'])];
    return what.length > 0 ? [{ question, what }] : [];
  });
  return { ...changesBetween(before, threaded), altered, around: [...differing(before, after, templateWords), ...differing(bare(before), bare(after), { sections: 'sections' })] };
}

const questionWords: Readonly<Partial<Record<keyof Question, string>>> = {
  ref: 'number', title: 'title', wording: 'wording', basis: 'basis', help: 'help', evidence: 'examples of evidence', evidenceRule: 'evidence', citations: 'sources', appliesTo: 'who is asked', showIf: 'when it is asked',
  required: 'required', naAllowed: 'not applicable', weight: 'weight', critical: 'critical', explanation: 'explanation', words: 'word limit', lines: 'room to write', minimum: 'smallest', maximum: 'largest',
  since: 'first asked', authorNote: 'note for authors', lineage: 'where it comes from',
};
const templateWords: Readonly<Partial<Record<keyof Template, string>>> = {
  code: 'code', edition: 'edition', title: 'title', audience: 'who answers it', purpose: 'purpose', effectiveFrom: 'in force from', legalBasis: 'sources', scales: 'scales', scoring: 'scoring', declaration: 'declaration',
  follows: 'the edition it follows', retired: 'what is asked no more',
};

/** What is not there and what is empty are the same, and so is the order in which properties stand. */
function differing<T extends object>(one: T, other: T, words: Readonly<Partial<Record<keyof T, string>>>): readonly string[] {
  return (Object.keys(words) as (keyof T)[]).filter((name) => plain(one[name]) !== plain(other[name])).map((name) => words[name]!);
}

function plain(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (part !== null && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).filter(([, one]) => one !== undefined && one !== '').sort(([a], [b]) => (a < b ? -1 : 1))) : part)) ?? '';
}

const bare = ({ sections }: Template) => ({ sections: sections.map(({ questions: _, ...section }) => section) });
const homesIn = ({ sections }: Template) => new Map(sections.flatMap(({ key, questions }) => questions.map((question) => [question.key, key] as const)));
