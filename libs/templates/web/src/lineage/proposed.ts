import type { Edit } from '@attest/domain/authoring';
import { proposeLineage } from '@attest/domain/lineage';
import { questionsOf, type Template } from '@attest/domain/questionnaire';
import { same } from '../draft/rebase';

/** The edits that make the threads what keys and words say; notes that were written stay. Nothing where they are so already. */
export function proposedEdits(before: Template, template: Template): readonly Edit[] {
  const { lineage, retired } = proposeLineage(before, template);
  const old = new Map(questionsOf(before).map((question) => [question.key, question]));
  const notes = new Map((template.retired ?? []).map(({ key, note }) => [key, note]));
  const gone = retired.map((key) => ({ key, ref: old.get(key)!.ref, title: old.get(key)!.title, note: notes.get(key) ?? '' }));
  return [
    ...questionsOf(template).flatMap((question): Edit[] => {
      const { note } = question.lineage ?? {};
      const proposed = { ...lineage.get(question.key)!, ...(note !== undefined && { note }) };
      return same(proposed, question.lineage) ? [] : [{ edit: 'change-question', question: { ...question, lineage: proposed } }];
    }),
    ...(same(gone, template.retired ?? []) ? [] : [{ edit: 'settings' as const, changes: { retired: gone } }]),
  ];
}
