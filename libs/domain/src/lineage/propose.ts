import { questionsOf } from '../questionnaire';
import type { Lineage, Question, Template } from '../questionnaire';
import { containment, likeness } from './likeness';

export interface ProposedLineage {
  /** By key of the new edition's questions; every one is there. */
  readonly lineage: ReadonlyMap<string, Lineage>;
  /** Keys of the edition before that no question comes from. */
  readonly retired: readonly string[];
}

/** Below these nothing is proposed: a wrong thread is worse than none, because a trend would be drawn along it. */
const [alike, contained] = [0.6, 0.75];

/**
 * Where each question comes from, worked out from keys and words; the people who write the template correct it by hand.
 * The same key is the same question, reworded or not. Of the rest, each is held against what the edition before asked and
 * this one does not.
 */
export function proposeLineage(before: Template, after: Template): ProposedLineage {
  const [old, now] = [questionsOf(before), questionsOf(after)];
  const oldByKey = new Map(old.map((question) => [question.key, question]));
  const kept = new Set(now.map(({ key }) => key).filter((key) => oldByKey.has(key)));
  const gone = old.filter(({ key }) => !kept.has(key));
  const parents = new Map(now.filter(({ key }) => !kept.has(key)).map((question) => [question.key, parentsOf(question, gone)]));
  const heirs = new Map<string, number>();
  for (const from of parents.values()) for (const key of from) heirs.set(key, (heirs.get(key) ?? 0) + 1);

  const lineage = new Map(now.map((question): [string, Lineage] => {
    const same = oldByKey.get(question.key);
    if (same) return [question.key, { kind: readsAlike(same, question) ? 'same' : 'reworded', from: [same.key] }];
    const from = parents.get(question.key)!;
    if (from.length === 0) return [question.key, { kind: 'new', from }];
    if (from.length > 1) return [question.key, { kind: 'merged', from }];
    return [question.key, { kind: heirs.get(from[0]!)! > 1 ? 'split' : 'reworded', from }];
  }));
  return { lineage, retired: gone.map(({ key }) => key).filter((key) => !heirs.has(key)) };
}

function parentsOf(question: Question, gone: readonly Question[]): readonly string[] {
  const ranked = gone
    .map((old) => ({ key: old.key, alike: likeness(wholeOf(old), wholeOf(question)), contained: containment(wholeOf(old), wholeOf(question)) }))
    .sort((one, other) => other.alike - one.alike || (one.key < other.key ? -1 : 1));
  // several that each stand almost whole in the new one were merged into it
  const merged = ranked.filter((one) => one.contained >= contained);
  if (merged.length > 1) return merged.map(({ key }) => key);
  const [closest] = ranked;
  return closest && (closest.alike >= alike || closest.contained >= contained) ? [closest.key] : [];
}

/** Nothing that people read has changed; the number may have. */
export function readsAlike(one: Question, other: Question): boolean {
  return JSON.stringify(readOf(one)) === JSON.stringify(readOf(other));
}

const sorted = (words: Readonly<Record<string, string>> = {}) => Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, text]) => [key, plain(text)]);
const plain = (text: string) => text.trim().replace(/\s+/g, ' ');
const readOf = ({ wording, type, scale, descriptors, choices = [], table }: Question) =>
  [plain(wording), type, scale ?? '', sorted(descriptors), choices.map(({ key, label }) => [key, plain(label)]), table ?? null];

const wholeOf = ({ title, wording }: Question) => `${title} ${wording}`;