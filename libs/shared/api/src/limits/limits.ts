/** Whose tries are counted together. */
export const bys = ['browser', 'account', 'address', 'person', 'everybody'] as const;
export type By = (typeof bys)[number];

/** So many tries within so many minutes; each one more waits twice as long as the one before, from `first` to `longest` seconds. */
export interface Allowance {
  readonly tries: number;
  readonly minutes: number;
  readonly first: number;
  readonly longest: number;
}

export interface Limit {
  /** Tries that were wrong, where somebody might be guessing; all of them, where each one costs us something. */
  readonly counts: 'failures' | 'all';
  /** Told to whoever must wait; `wait` reads "40 seconds" or "3 minutes". */
  readonly sentence: (wait: string) => string;
  /**
   * Counted under each that applies, and the longest wait holds. A known `browser` — one in which this account has
   * signed in before — is counted by itself alone: whoever guesses at an account, or sits behind the same address,
   * cannot keep its owner out.
   */
  readonly per: Readonly<Partial<Record<By, Allowance>>>;
}

const [MINUTE, HOUR, DAY] = [60, 3600, 1440];

/** Ten in peace, then a wait that grows to a quarter of an hour: about a hundred guesses a day (NIST SP 800-63B, 3.2.2). */
const guesses: Allowance = { tries: 10, minutes: DAY, first: 1, longest: 15 * MINUTE };
/** A council's offices may share one address, so there is more room. */
const sharedAddress: Allowance = { tries: 100, minutes: 15, first: 5, longest: 15 * MINUTE };

const tooManyTries = (more: string) => (wait: string) => `There were too many tries that failed. Try again in ${wait}${more}`;
const tooMuchAtOnce = (what: string) => (wait: string) => `You have asked for ${what} many times in a short while. Try again in ${wait}.`;

/** Everything that may be tried so often and no more. `@Limited('sign-in')` on a route applies one. */
export const limits = {
  'sign-in': {
    counts: 'failures', sentence: tooManyTries('. If you have forgotten your password, set a new one meanwhile.'),
    per: { browser: guesses, account: guesses, address: sharedAddress },
  },
  'second-factor': { counts: 'failures', sentence: tooManyTries(', with a new code.'), per: { browser: guesses, account: guesses, address: sharedAddress } },
  'passkey': { counts: 'failures', sentence: tooManyTries('.'), per: { address: sharedAddress } },
  /** Counted alike for addresses that have an account and for those that have none. */
  'reset': {
    counts: 'all', sentence: (wait) => `That was asked for several times already. Look for our e-mail, in the folder for junk too, or try again in ${wait}.`,
    per: { account: { tries: 5, minutes: 60, first: 5 * MINUTE, longest: HOUR }, address: { tries: 50, minutes: 60, first: MINUTE, longest: HOUR } },
  },
  /** Links of invitations and resets: 32 random bytes, so nobody guesses one; nobody may keep us busy with it either. */
  'link': { counts: 'failures', sentence: tooManyTries('.'), per: { address: { tries: 30, minutes: 15, first: 5, longest: 15 * MINUTE } } },
  'invite': { counts: 'all', sentence: tooMuchAtOnce('invitations'), per: { person: { tries: 300, minutes: 60, first: MINUTE, longest: HOUR } } },
  'assign': { counts: 'all', sentence: tooMuchAtOnce('colleagues to be told'), per: { person: { tries: 300, minutes: 60, first: MINUTE, longest: HOUR } } },
  'founding': { counts: 'all', sentence: tooMuchAtOnce('this'), per: { address: { tries: 100, minutes: 15, first: 5, longest: 15 * MINUTE } } },
  /** A receipt is checked by whoever was given one; a hash cannot be guessed, and nobody may keep us busy with it. */
  'receipt': { counts: 'all', sentence: tooMuchAtOnce('receipts to be checked'), per: { address: { tries: 120, minutes: 10, first: 10, longest: 10 * MINUTE } } },
  'export': { counts: 'all', sentence: tooMuchAtOnce('files'), per: { person: { tries: 60, minutes: 10, first: 10, longest: 10 * MINUTE } } },
  /** A program that refreshes asks for three or four tables at a time. */
  'analysis': { counts: 'all', sentence: tooMuchAtOnce('figures'), per: { person: { tries: 120, minutes: 10, first: 10, longest: 10 * MINUTE } } },
  /** Somebody brings a year's evidence in an afternoon. */
  'evidence': { counts: 'all', sentence: tooMuchAtOnce('files to be kept'), per: { person: { tries: 200, minutes: 10, first: 5, longest: 10 * MINUTE } } },
  'upload': { counts: 'all', sentence: tooMuchAtOnce('files to be read'), per: { person: { tries: 60, minutes: 10, first: 10, longest: 10 * MINUTE } } },
} as const satisfies Record<string, Limit>;
export type LimitName = keyof typeof limits;

/** Seconds, as people say them. */
export function inWords(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
