import { lineageOf } from '@attest/domain/lineage';
import { questionsOf, type Template } from '@attest/domain/questionnaire';
import type { LineageRow } from './templates.queries';
import type { TemplateVersion } from './templates.service';

/** Where each question comes from, by identifier. Checked before: everything of the edition before has a fate. */
export function lineageRows(template: Template, ids: ReadonlyMap<string, string>, before: TemplateVersion): LineageRow[] {
  const known = new Set(before.questionIds.keys());
  return [
    ...questionsOf(template).flatMap((question): LineageRow[] => {
      const { kind, from, note = '' } = lineageOf(question, known);
      const questionId = ids.get(question.key)!;
      return kind === 'new' ? [{ questionId, fromId: null, kind, note }] : from.map((key) => ({ questionId, fromId: before.questionIds.get(key)!, kind, note }));
    }),
    ...(template.retired ?? []).flatMap(({ key, note }): LineageRow[] => {
      const fromId = before.questionIds.get(key);
      return fromId ? [{ questionId: null, fromId, kind: 'retired', note }] : [];
    }),
  ];
}
