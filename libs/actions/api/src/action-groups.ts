import { groupInWords } from '@attest/domain/questionnaire';
import type { TemplateVersion } from '@attest/templates/api';
import type { ActionFilter } from './actions.dto';
import type { ActionRow } from './actions.queries';

/** `version` is that of the question it comes from; null where it is about the return as a whole. */
export interface SeenAction {
  readonly row: ActionRow;
  readonly version: TemplateVersion | null;
}

/** What actions are counted by. An empty key cannot be filtered by. */
export interface ActionGroup {
  readonly key: string;
  readonly label: string;
}

export const roundOf = ({ row }: SeenAction): ActionGroup => ({ key: row.round_id, label: row.round_name });

export const areaOf = ({ row }: SeenAction): ActionGroup => ({ key: row.area_id ?? '', label: row.area_name ?? 'No single area' });

export const groupOf = ({ row }: SeenAction): ActionGroup => ({ key: row.phase ?? row.sector ?? '', label: groupInWords(row) || 'Not recorded' });

export function standardOf({ row, version }: SeenAction): ActionGroup {
  const key = version?.questionKeys.get(row.question_id!);
  const section = version?.template.sections.find(({ questions }) => questions.some((question) => question.key === key));
  return section ? { key: section.key, label: `${section.ref} ${section.title}` } : { key: '', label: 'The return as a whole' };
}

const groupings = { roundId: roundOf, areaId: areaOf, group: groupOf, standard: standardOf } as const;

/** Whatever is filtered by is the same for all that is left, so the first of them names it. */
export function withinInWords(filter: Omit<ActionFilter, 'standing'>, [first]: readonly SeenAction[]): string {
  if (!first) return '';
  return (Object.keys(groupings) as (keyof typeof groupings)[]).filter((by) => filter[by] !== undefined).map((by) => groupings[by](first).label).join(', ');
}
