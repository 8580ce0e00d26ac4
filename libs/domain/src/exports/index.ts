export { contentKeys, contents, formatKeys, formats, layerKeys, layers, presetKeys, presetOf, presets } from './presets';
export { exportProblems, mayBeFor, mayHave, offeredFor, usualFor } from './wanted';
export { LARGEST_TEMPLATE, inBraces, placesOf, templatePlaceKeys, templatePlaces } from './template-places';
export type { TemplatePlace } from './template-places';
export type { Content, Format, Layer, Preset, PresetKey } from './presets';
export type { Wanted } from './wanted';
