/** The rules by which results come about: see `scoring/rules`. A name stands with every result for ever, so none is taken away. */
export const ruleNames = ['attest-1'] as const;
export type RuleName = (typeof ruleNames)[number];
