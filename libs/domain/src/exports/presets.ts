import type { Part } from '../disclosure';

/** What can be in a file, and what an audience must be allowed to see for it. */
export const contents = {
  findings: { name: 'Findings, as sentences', needs: ['findings'] },
  heatmap: { name: 'Heatmap: organisations and standards', needs: ['names'] },
  distributions: { name: 'How answers are spread, question by question', needs: ['figures'] },
  trends: { name: 'Trends over the years', needs: ['figures', 'small-numbers'] },
  responses: { name: 'Who was asked and who returned', needs: ['figures'] },
  words: { name: 'What organisations wrote', needs: ['names', 'words'] },
  answers: { name: 'Every answer of every organisation', needs: ['names'] },
  method: { name: 'How results come about, definitions and symbols', needs: [] },
} as const satisfies Record<string, { readonly name: string; readonly needs: readonly Part[] }>;
export type Content = keyof typeof contents;
export const contentKeys = Object.keys(contents) as Content[];

export const formats = {
  docx: 'Word', pdf: 'PDF', xlsx: 'Excel', ods: 'OpenDocument spreadsheet', csv: 'CSV',
} as const;
export type Format = keyof typeof formats;
export const formatKeys = Object.keys(formats) as Format[];

/** What somebody starts from. */
export interface Preset {
  readonly name: string;
  readonly about: string;
  /** What there is to tick, and whether it is ticked to begin with. */
  readonly contents: Readonly<Partial<Record<Content, boolean>>>;
  /** The first is offered. */
  readonly formats: readonly Format[];
  /** What an audience must be allowed to see to be given one. */
  readonly needs: readonly Part[];
  /** Of a whole round and nothing else: the figures are those that were published. */
  readonly whole?: true;
  /** Offered as the reason, so that a usual one need not be typed. */
  readonly reason: string;
}

export const presets = {
  'board-pack': {
    name: 'Board pack', about: 'A paper for a meeting: findings, heatmap, how answers are spread, trends, who returned, and how to read it.',
    contents: { findings: true, heatmap: true, distributions: true, trends: true, responses: true, words: false, method: true },
    formats: ['docx', 'pdf'], needs: ['small-numbers'], reason: 'For the next meeting of the board',
  },
  'letters': {
    name: 'Feedback letters', about: 'A letter for each organisation that returned: its result, what moved, how it stands among its peers, what it plans, and good practice of the round. All of them in one zip.',
    contents: {}, formats: ['docx', 'pdf'], needs: ['names', 'words'], reason: 'To send to each organisation',
  },
  'full-data': {
    name: 'Full data', about: 'Every figure and every answer as tables, with a dictionary that says what each column means.',
    contents: { answers: true, words: true, method: true }, formats: ['xlsx', 'ods', 'csv'], needs: ['small-numbers', 'names'], reason: 'To work on the figures elsewhere',
  },
  'public-summary': {
    name: 'Public summary', about: 'How everyone did, as it was published: figures in which nobody can be found.',
    contents: {}, formats: ['pdf', 'docx', 'xlsx', 'ods', 'csv'], needs: ['figures'], whole: true, reason: 'To publish',
  },
} as const satisfies Record<string, Preset>;
export type PresetKey = keyof typeof presets;
export const presetKeys = Object.keys(presets) as PresetKey[];
export const presetOf = (key: PresetKey): Preset => presets[key];

/** Which rating stands for an organisation where there are two. */
export const layers = { moderated: 'As moderated', self: 'As organisations rated themselves', both: 'Both' } as const;
export type Layer = keyof typeof layers;
export const layerKeys = Object.keys(layers) as Layer[];
