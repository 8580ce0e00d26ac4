export { contentKeys, contents, formatKeys, formats, layerKeys, layers, presetKeys, presetOf, presets } from './presets';
export { exportProblems, mayBeFor, mayHave, offeredFor, usualFor } from './wanted';
export type { Content, Format, Layer, Preset, PresetKey } from './presets';
export type { Wanted } from './wanted';
