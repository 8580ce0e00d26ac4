/** What a password is held against. Words in any case; those of fewer than three letters count for nothing. */
export interface PasswordContext {
  /** The person's name and e-mail address, and whatever else is theirs. */
  readonly own: readonly string[];
  /** Whether many people use this, given in lower case. */
  readonly common: (word: string) => boolean;
  /** Passwords that everybody knows, such as a demonstration's. */
  readonly known: readonly string[];
}

export const SHORTEST_PASSWORD = 15;
export const LONGEST_PASSWORD = 128;
/** Characters that must be left when all that can be looked up about the person is taken away. */
const LEFT_OVER = 8;
const SERVICE = ['attest', 'password', 'safeguarding'];

/**
 * One way of writing each password: the same letters typed on another keyboard are other code points. NIST SP 800-63B
 * asks for NFKC or NFKD before hashing; NFKC, because it is what most keyboards give already.
 */
export const writtenOneWay = (password: string): string => password.normalize('NFKC');

/**
 * Why a password cannot be chosen, in sentences that say what to do; an empty list is a pass. Length and a list of what
 * is guessed first, and no rules of composition, which make passwords worse (NIST SP 800-63B-4, 3.1.1.2).
 * Lengths in code points, as that standard counts.
 */
export function passwordProblems(password: string, { own, common, known }: PasswordContext): string[] {
  const given = [...writtenOneWay(password)];
  const plain = given.join('').toLowerCase();
  if (given.length < SHORTEST_PASSWORD) return [`Use ${SHORTEST_PASSWORD} characters or more. Four words that have nothing to do with each other are easy to remember.`];
  if (given.length > LONGEST_PASSWORD) return [`Use ${LONGEST_PASSWORD} characters or fewer.`];
  if (known.some((one) => writtenOneWay(one).toLowerCase() === plain)) return ['Everybody can read this password in the demonstration. Choose one of your own.'];
  if (repeats(plain)) return ['This password repeats itself. Use words that are all different.'];
  if (isSequence(plain)) return ['This password follows the alphabet, the digits or the keyboard. Use words that have nothing to do with each other.'];
  if (leftWithout(plain, [...own.flatMap(wordsOf), ...SERVICE]) < LEFT_OVER) return ['This password is made of your name, your address or the name of this service. Use other words.'];
  if (isCommon(plain, common)) return ['This is among the first passwords that are guessed. Add words that have nothing to do with it.'];
  return [];
}

/** One piece again and again, or hardly any different characters. */
function repeats(plain: string): boolean {
  if (new Set(plain).size < 5) return true;
  const pieces = Array.from({ length: Math.floor(plain.length / 2) }, (_, index) => plain.slice(0, index + 1));
  return pieces.some((piece) => piece.repeat(Math.ceil(plain.length / piece.length)).startsWith(plain));
}

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p'];
const steps = new Set(rows.flatMap((row) => [row, [...row].reverse().join('')]).flatMap((row) => [...row.slice(1)].map((next, index) => row[index]! + next)));

/** Four in five steps are one along the alphabet, the digits or the keyboard. */
function isSequence(plain: string): boolean {
  const pairs = [...plain.slice(1)].map((next, index) => plain[index]! + next);
  return pairs.filter((pair) => steps.has(pair)).length >= pairs.length * 0.8;
}

const letters: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', '$': 's', '!': 'i' };
const withLetters = (text: string) => text.replace(/[013457@$!]/g, (sign) => letters[sign]!);

/** One that many use, or two side by side, whatever digits and signs stand around it and for its letters. */
function isCommon(plain: string, common: (word: string) => boolean): boolean {
  const core = plain.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const forms = [plain, core].flatMap((text) => [text, withLetters(text)]).flatMap((text) => [text, text.replace(/[^a-z0-9]/g, '')]);
  return [...new Set(forms)].some((form) => form.length >= 4 && (common(form) || isTwo(form, common)));
}

const isTwo = (form: string, common: (word: string) => boolean) =>
  Array.from({ length: Math.max(0, form.length - 5) }, (_, index) => index + 3).some((at) => common(form.slice(0, at)) && common(form.slice(at)));

const wordsOf = (text: string) => text.normalize('NFKC').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => [...word].length >= 3);

/** How many letters and digits are left. */
function leftWithout(plain: string, words: readonly string[]): number {
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  const left = longestFirst.reduce((text, word) => text.replaceAll(word, ' '), plain);
  return [...left].filter((character) => /[\p{L}\p{N}]/u.test(character)).length;
}
