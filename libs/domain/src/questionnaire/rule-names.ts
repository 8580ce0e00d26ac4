/** The rules by which results come about: see `scoring/rules`. A name stands with every result for ever, so none is taken away. */
export const ruleNames = ['attest-1'] as const;
export type RuleName = (typeof ruleNames)[number];

/** What stands for the whole return where a section could stand, in an address such as that of a rating. */
export const WHOLE = 'overall';
