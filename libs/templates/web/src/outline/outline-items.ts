import { lineageOf } from '@attest/domain/lineage';
import type { Template } from '@attest/domain/questionnaire';

/** One line of the outline, as it is shown and as a screen reader counts it. */
export interface Item {
  readonly key: string;
  readonly kind: 'settings' | 'section' | 'question';
  readonly ref: string;
  readonly title: string;
  /** `new` or `reworded` and the like, where that differs from the edition before. */
  readonly mark: string;
  /** Key of the section it stands in. */
  readonly parent: string | null;
  /** From 1, among its own. */
  readonly at: number;
  readonly of: number;
  /** Null for what holds nothing. */
  readonly open: boolean | null;
}

/** Every line that is shown, in its order: what stands in a closed section is left out. */
export function itemsOf(template: Template, closed: ReadonlySet<string>): readonly Item[] {
  const of = template.sections.length + 1;
  const follows = template.follows !== undefined;
  return [
    { key: 'settings', kind: 'settings', ref: '', title: 'Settings', mark: '', parent: null, at: 1, of, open: null },
    ...template.sections.flatMap((section, at): Item[] => [
      { key: section.key, kind: 'section', ref: section.ref, title: section.title, mark: '', parent: null, at: at + 2, of, open: !closed.has(section.key) },
      ...(closed.has(section.key) ? [] : section.questions.map((question, below): Item => {
        const kind = follows ? lineageOf(question, new Set(question.lineage?.from)).kind : 'same';
        return { key: question.key, kind: 'question', ref: question.ref, title: question.title, mark: kind === 'same' ? '' : kind, parent: section.key, at: below + 1, of: section.questions.length, open: null };
      })),
    ]),
  ];
}

/** The next line that begins with what is typed, from the one after `key` and round again. */
export function typedAhead(items: readonly Item[], key: string, typed: string): Item | undefined {
  const from = items.findIndex((item) => item.key === key);
  const start = typed.length > 1 ? from : from + 1;
  const round = [...items.slice(start), ...items.slice(0, start)];
  const wanted = typed.toLowerCase();
  return round.find(({ ref, title }) => title.toLowerCase().startsWith(wanted) || ref.startsWith(wanted));
}
