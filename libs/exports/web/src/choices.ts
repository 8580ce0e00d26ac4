import type { Audience } from '@attest/domain/disclosure';
import { mayBeFor, mayHave, presetOf, usualFor, type Content, type Format, type Layer, type PresetKey } from '@attest/domain/exports';
import type { ExportChoices } from '@attest/shared/client';
import type { Narrowing } from './organisations/organisations-choice';

/** What is chosen on the page. The API says the same again, and refuses what an audience may not see. */
export interface Choices {
  readonly preset: PresetKey;
  readonly audience: Audience;
  readonly contents: readonly Content[];
  readonly layer: Layer;
  readonly format: Format;
  /** In the partnership's own Word template, where there is one and it is a paper for Word. */
  readonly ownTemplate: boolean;
  readonly filters: ExportChoices['filters'];
}

export const begin = (preset: PresetKey = 'board-pack', audience: Audience = 'qp'): Choices => ({ ...usualFor(preset, audience), ownTemplate: true, filters: {} });

/** The organisations and the ratings stay as they are; the rest begins as is usual for it. */
export const startFrom = (before: Choices, preset: PresetKey): Choices => ({ ...before, ...usualFor(preset, before.audience), layer: before.layer, ...(presetOf(preset).whole ? { filters: {} } : {}) });

/** What the new audience may not see is taken out, and nothing is put in; where it may see nothing of it, there is what was published. */
export function forAudience(before: Choices, audience: Audience): Choices {
  if (!mayBeFor(before.preset, audience)) return { ...usualFor('public-summary', audience), ownTemplate: before.ownTemplate, filters: {} };
  return { ...before, audience, contents: before.contents.filter((content) => mayHave(audience, content)) };
}

export const toggled = (before: Choices, content: Content): Choices =>
  ({ ...before, contents: before.contents.includes(content) ? before.contents.filter((one) => one !== content) : [...before.contents, content] });

export const filtered = (before: Choices, change: Narrowing): Choices =>
  ({ ...before, filters: Object.fromEntries(Object.entries({ ...before.filters, ...change }).filter(([, value]) => value)) });

export function fromSaved({ preset, audience, contents, layer, format, ownTemplate = true, filters }: ExportChoices): Choices {
  return { preset, audience, contents, layer, format, ownTemplate, filters };
}

export const reasonFor = (preset: PresetKey): string => presetOf(preset).reason;
