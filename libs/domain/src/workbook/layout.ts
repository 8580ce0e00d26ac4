/** The sheets of an assurance workbook and their columns, in order. `*` marks what must be filled in. */
export const layout = {
  'Template': ['setting*', 'value'],
  'Sections': ['section_ref*', 'section_key', 'title*', 'intro', 'weight', 'phases', 'sectors', 'features', 'without_features', 'types', 'areas'],
  'Questions': [
    'ref*', 'qid', 'section_ref*', 'type*', 'title*', 'full_wording*', 'help', 'basis', 'required', 'na_allowed', 'weight', 'critical', 'scale',
    'explanation', 'words', 'lines', 'minimum', 'maximum', 'evidence', 'evidence_examples',
    'phases', 'sectors', 'features', 'without_features', 'types', 'areas', 'show_if',
    'change_from_last', 'predecessors', 'change_note', 'since', 'author_note',
  ],
  'Descriptors': ['ref*', 'level*', 'wording*'],
  'Choices': ['ref*', 'value', 'label*'],
  'Tables': ['ref*', 'part*', 'value', 'label*', 'type'],
  'Scales': ['scale*', 'scale_name', 'level', 'letter*', 'label*', 'colour*', 'score*', 'meets*', 'meaning'],
  'Scoring': ['level*', 'from_percent*'],
  'Sign-off': ['step', 'who*', 'role*', 'declaration*', 'same_person'],
  'Statute': ['used_by*', 'title*', 'where*', 'version*', 'url', 'unverified'],
  'Retired': ['qid*', 'ref', 'title', 'note'],
} as const satisfies Record<string, readonly string[]>;

export type SheetName = keyof typeof layout;

/** Those a workbook can do without: what is not there says nothing. */
export const optionalSheets: readonly SheetName[] = ['Choices', 'Tables', 'Sign-off', 'Statute', 'Retired', 'Descriptors'];
/** Ours to write and nobody's to read. */
export const notRead = ['Read me', 'Checks'];

export const settings = ['code', 'edition', 'title', 'audience', 'purpose', 'effective_from', 'follows', 'rule', 'result_scale', 'declaration_role', 'declaration_wording'] as const;

/** Where the legal basis of the whole template stands among the sources. */
export const WHOLE = 'template';

export const nameOf = (column: string) => column.replace('*', '');
