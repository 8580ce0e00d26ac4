import { monthsBefore } from './months';

/** How long one kind of record is kept, and from when that is counted. Months. */
export interface RetentionRule {
  readonly name: string;
  /** Completes "Kept for so long, counted from …". */
  readonly from: string;
  /** What happens when the time is over. */
  readonly then: string;
  readonly months: number;
  readonly least: number;
  readonly most: number;
  readonly why: string;
}

/**
 * What is disposed of, by kind. The figures are proposals for a partnership to decide on: no statute says how long a
 * safeguarding audit is kept. The bounds keep a slip of the keyboard from emptying a platform, and "for ever" from being chosen.
 */
export const retention = {
  returns: {
    name: 'Returns and answers', from: 'the final date of their round', months: 84, least: 36, most: 180,
    then: 'Answers, their history, ratings and the signed text are deleted. What stays: which organisation returned when, the reference, and the hash of what was signed.',
    why: 'Two inspection cycles, and the years in which somebody may ask what was declared',
  },
  imports: {
    name: 'Files of the school register', from: 'the day they were uploaded', months: 24, least: 3, most: 84,
    then: 'The file and what it changed are deleted; the register stays as it is.', why: 'To find where a wrong entry came from',
  },
  mail: {
    name: 'Messages', from: 'the day they were written', months: 6, least: 1, most: 24,
    then: 'Address and subject are deleted. The text is gone once a message has left.', why: 'To answer “I never got it”',
  },
  invitations: {
    name: 'Invitations', from: 'the day they were accepted, withdrawn or ran out', months: 12, least: 3, most: 60,
    then: 'Name and address are deleted.', why: 'To show who let whom in',
  },
  signIn: {
    name: 'Sign-in records', from: 'the day a session or a link ended', months: 3, least: 1, most: 24,
    then: 'Ended sessions and used links are deleted.', why: 'To look into a sign-in that was not one’s own',
  },
  people: {
    name: 'People without a role', from: 'the day their last role ended', months: 24, least: 6, most: 84,
    then: 'Name and e-mail address are replaced by a label such as “Former lead 7F3K”.', why: 'People come back, and questions about a return are asked in the year after',
  },
  trail: {
    name: 'Names in the trail', from: 'the day of the event', months: 120, least: 84, most: 240,
    then: 'The name is forgotten; the event stays, and its place in the chain can still be checked.', why: 'Longer than anything it is evidence for',
  },
} as const satisfies Record<string, RetentionRule>;

export type RetentionKind = keyof typeof retention;
export const retentionKinds = Object.keys(retention) as RetentionKind[];

/** Months chosen by a partnership; a kind that is left out has its default. */
export type Periods = Readonly<Partial<Record<RetentionKind, number>>>;

export const monthsOf = (kind: RetentionKind, periods: Periods): number => periods[kind] ?? retention[kind].months;

/** What is wrong with a period; null when it can be chosen. */
export function periodProblem(kind: RetentionKind, months: number): string | null {
  const { least, most } = retention[kind];
  if (Number.isInteger(months) && months >= least && months <= most) return null;
  return `Choose a whole number of months from ${least} to ${most}.`;
}

/** The last day, as an ISO date, whose records are due `today`: what was counted from that day or before has been kept long enough. */
export function cutOffs(periods: Periods, today: string): Readonly<Record<RetentionKind, string>> {
  return Object.fromEntries(retentionKinds.map((kind) => [kind, monthsBefore(today, monthsOf(kind, periods))])) as Record<RetentionKind, string>;
}
