/** Shorthand of the Government Statistical Service, so that no figure is ever a blank cell. On screen and in every file they mean this. */
export const signs = {
  suppressed: { sign: '[c]', meaning: 'Suppressed, because the group is so small that it would tell who is in it.' },
  notApplicable: { sign: '[z]', meaning: 'Does not apply: not asked of this organisation, or not a figure of this row.' },
  notAvailable: { sign: '[x]', meaning: 'Not available: not returned, not answered, not rated, or nothing to compare with.' },
  brokenSeries: { sign: '[b]', meaning: 'Break in the series: the question or its scale has changed, so the two sides are compared with care or not at all.' },
  low: { sign: '[low]', meaning: 'Rounds to nought, and is not nought.' },
  revised: { sign: '[r]', meaning: 'Revised: another level was shown before the rating was recalculated.' },
  provisional: { sign: '[p]', meaning: 'Provisional: the round is still open, so the figure may change.' },
} as const satisfies Readonly<Record<string, { readonly sign: string; readonly meaning: string }>>;

export type Sign = keyof typeof signs;
