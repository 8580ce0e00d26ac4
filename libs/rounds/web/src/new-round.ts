import type { Audience, NewRound, TemplateSummary } from '@attest/shared/client';
import { proposedDates } from './round-dates';

/** A round as it is being drafted; a date is what was typed where that is none. */
export interface Drafting {
  templateVersionId: string;
  name: string;
  opensOn: string;
  dueOn: string;
  finalOn: string;
}

export const everybody: Audience = { areaIds: [], phases: [], sectors: [], types: [] };

/** With its edition, which most titles say already. */
export const proposedName = ({ title, edition }: Pick<TemplateSummary, 'title' | 'edition'>): string => (title.includes(edition) ? title : `${title} ${edition}`);

export function proposedRound(template: TemplateSummary, today: string): Drafting {
  const { opensOn, dueOn, finalOn } = proposedDates(today);
  return { templateVersionId: template.versionId, name: proposedName(template), opensOn, dueOn, finalOn };
}

/** Another template brings its own name, unless a person has given one. */
export function withTemplate(drafting: Drafting, before: TemplateSummary | undefined, chosen: TemplateSummary): Drafting {
  const untouched = before !== undefined && drafting.name === proposedName(before);
  return { ...drafting, templateVersionId: chosen.versionId, name: untouched ? proposedName(chosen) : drafting.name };
}

/** As the API takes it, which says what is wrong with a date that is none. */
export function toSend(drafting: Drafting, audience: Audience): NewRound {
  return { ...drafting, name: drafting.name.trim(), audience };
}
