import { maySee, type Audience } from '../disclosure';
import { contentKeys, contents, formats, presetOf, type Content, type Format, type Layer, type PresetKey } from './presets';

/** What is asked for, but for the round and the organisations. */
export interface Wanted {
  readonly preset: PresetKey;
  readonly audience: Audience;
  readonly contents: readonly Content[];
  readonly layer: Layer;
  readonly format: Format;
  /** Whether only some organisations are chosen. */
  readonly narrowed?: boolean;
  /** How many were chosen by name, where any were to be. */
  readonly named?: number;
}

/** What is ticked to begin with, as far as the audience may see it. */
export function usualFor(preset: PresetKey, audience: Audience): Wanted {
  const { contents: offered, formats: [format] } = presetOf(preset);
  const ticked = contentKeys.filter((key) => offered[key] && mayHave(audience, key));
  return { preset, audience, contents: ticked, layer: 'moderated', format: format! };
}

/** What there is to tick, in the order of print; what the audience may not see is there, and locked. */
export function offeredFor(preset: PresetKey, audience: Audience): { readonly key: Content; readonly name: string; readonly locked: boolean }[] {
  const { contents: offered } = presetOf(preset);
  return contentKeys.filter((key) => key in offered).map((key) => ({ key, name: contents[key].name, locked: !mayHave(audience, key) }));
}

export const mayHave = (audience: Audience, content: Content): boolean => contents[content].needs.every((part) => maySee(audience, part));

export const mayBeFor = (preset: PresetKey, audience: Audience): boolean => presetOf(preset).needs.every((part) => maySee(audience, part));

/** What is wrong with what is asked for, by the field it is wrong in. Whether the caller may choose that audience is asked elsewhere. */
export function exportProblems({ preset, audience, contents: wanted, format, narrowed = false, named }: Wanted): { readonly where: string; readonly detail: string }[] {
  const { name, contents: offered, formats: made, whole = false } = presetOf(preset);
  const foreign = wanted.filter((key) => !(key in offered));
  const hidden = wanted.filter((key) => key in offered && !mayHave(audience, key));
  return [
    ...(mayBeFor(preset, audience) ? [] : [{ where: 'audience', detail: `${name} shows more than this audience may see. Choose another audience.` }]),
    ...(whole && narrowed ? [{ where: 'filters', detail: `${name} is of the whole round, as it was published. Choose all organisations.` }] : []),
    ...(named === 0 ? [{ where: 'organisations', detail: 'Choose at least one organisation, or take all of them.' }] : []),
    ...(made.includes(format) ? [] : [{ where: 'format', detail: `${name} is made as ${made.map((one) => formats[one]).join(' or ')}.` }]),
    ...(foreign.length === 0 ? [] : [{ where: 'contents', detail: `${name} has no part such as ${foreign.join(', ')}.` }]),
    ...hidden.map((key) => ({ where: 'contents', detail: `${contents[key].name} cannot be in it: this audience may not see that.` })),
    ...(Object.keys(offered).length > 0 && wanted.length === 0 ? [{ where: 'contents', detail: 'Tick at least one thing that should be in it.' }] : []),
  ];
}
