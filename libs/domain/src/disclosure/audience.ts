import { may, type Caller } from '../access';

/** For whom figures are made, the nearest first: each sees less than the one before it, or other things, and never more of anybody else. */
export const audiences = ['qp', 'executive', 'respondents', 'public'] as const;
export type Audience = (typeof audiences)[number];

export const parts = ['figures', 'small-numbers', 'names', 'words', 'evidence', 'findings', 'own'] as const;
/**
 * - `figures`: how many stand at which level, protected as a release is unless there are small numbers as well;
 * - `small-numbers`: counts as they are, however few they are of;
 * - `names`: which organisation stands at which level;
 * - `words`: what organisations wrote, reasons why something does not apply among them;
 * - `evidence`: what they showed for it;
 * - `findings`: sentences made from counts as they are;
 * - `own`: the reader's own result beside those of all.
 */
export type Part = (typeof parts)[number];

const table: Readonly<Record<Audience, readonly Part[]>> = {
  qp: ['figures', 'small-numbers', 'names', 'words', 'evidence', 'findings'],
  executive: ['figures', 'small-numbers', 'names', 'findings'],
  respondents: ['figures', 'own'],
  public: ['figures'],
};

export const audienceWords: Readonly<Record<Audience, string>> = {
  qp: 'The Q&P group', executive: 'The executive', respondents: 'Those who took part', public: 'Everybody',
};

export function maySee(audience: Audience, part: Part): boolean {
  return table[audience].includes(part);
}

/** Figures for this audience are those of a release and no others: it gets nothing that was counted on the spot. */
export function isProtected(audience: Audience): boolean {
  return !maySee(audience, 'small-numbers');
}

/** The nearest audience that a caller belongs to in the partnership they act in. */
export function highestAudience(caller: Caller): Audience {
  const whole = { partnershipId: caller.partnershipId };
  if (may(caller, 'insight.words', whole)) return 'qp';
  if (may(caller, 'insight.read', whole)) return 'executive';
  return may(caller, 'submission.read') ? 'respondents' : 'public';
}

/** A caller may make something for their own audience and for any that is further away. */
export function mayChoose(caller: Caller, audience: Audience): boolean {
  return audiences.indexOf(audience) >= audiences.indexOf(highestAudience(caller));
}
