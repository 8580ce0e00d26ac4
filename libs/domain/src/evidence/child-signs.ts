export const childSignKinds = ['nhs-number', 'upn', 'date-of-birth', 'named-child'] as const;
export type ChildSignKind = (typeof childSignKinds)[number];

/** Something by which a child might be known. A guess: it is said to whoever writes, and never stands in their way. */
export interface ChildSign {
  readonly kind: ChildSignKind;
  /** As it stands in the text. */
  readonly text: string;
}

export const childSignWords: Readonly<Record<ChildSignKind, string>> = {
  'nhs-number': 'an NHS number', 'upn': 'a unique pupil number', 'date-of-birth': 'a date of birth', 'named-child': 'the name of a child',
};

const NHS = /(?<![\dA-Za-z])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\dA-Za-z])/g;
const UPN = /(?<![\dA-Za-z])[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z](?![\dA-Za-z])/gi;
const BORN = /\b(?:d\.?o\.?b\b\.?|date of birth|birth ?date)|\bborn (?:on )?(?:the )?\d[\d/. a-z]{2,18}/gi;
/** What comes before a name in the files of schools and services, and a name of two words. */
const BEFORE_A_NAME = /\b(?:pupil|child|student|EHCP|LAC|CIN|CLA|chronology|referral|concern)(?: (?:of|for|re|plan|form|about))?[ :,–-]+/gi;
const A_NAME = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?)? \p{Lu}[\p{L}'’-]+/u;
/** Letters. */
const MOST_OF_A_NAME = 60;
/** Words with a capital that are in titles of papers and in nobody's name. */
const ofPapers = /\b(?:policy|policies|protection|plan|planning|procedure|procedures|process|record|records|recording|report|reports|review|register|training|safety|safeguarding|form|forms|template|log|audit|guidance|leaflet|poster|survey|voice|council|exploitation|abuse|neglect|health|conference|meeting|minutes|practice|services?|team|board|strategy|framework|summary|checklist|annual|online|sexual|criminal|missing|support|welfare|progress|performance|data|attendance|behaviour|act|level|low|needs?|order|panel|pathway|spring|summer|autumn|winter|term|year|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** Each kind of sign once, with the first that was found. Works on names of files as on what people write. */
export function signsOfAChild(given: string): readonly ChildSign[] {
  const text = given.replaceAll('_', ' ');
  const first: Readonly<Record<ChildSignKind, string | undefined>> = {
    'nhs-number': [...text.matchAll(NHS)].map(([found]) => found).find(isNhsNumber),
    'upn': [...text.matchAll(UPN)].map(([found]) => found).find(isUpn),
    'date-of-birth': [...text.matchAll(BORN)].map(([found]) => found.trim())[0],
    'named-child': [...text.matchAll(BEFORE_A_NAME)].map((before) => A_NAME.exec(text.slice(before.index + before[0].length, before.index + before[0].length + MOST_OF_A_NAME))?.[0]).find((name) => name !== undefined && !ofPapers.test(name)),
  };
  return childSignKinds.flatMap((kind) => (first[kind] === undefined ? [] : [{ kind, text: first[kind] }]));
}

/** Nine digits and one that checks them, modulus 11 (NHS Data Dictionary, "NHS NUMBER"). */
export function isNhsNumber(text: string): boolean {
  const digits = [...text.replace(/[ -]/g, '')].map(Number);
  if (digits.length !== 10 || new Set(digits).size === 1) return false;
  const sum = digits.slice(0, 9).reduce((total, digit, at) => total + digit * (10 - at), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
}

/** Without the letters that look like digits. */
const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A letter that checks the twelve characters after it, modulus 23 (Department for Education, "Unique pupil numbers"). */
export function isUpn(text: string): boolean {
  const [letter, ...rest] = text.toUpperCase();
  const values = rest.map((one) => (/\d/.test(one) ? Number(one) : UPN_LETTERS.indexOf(one)));
  if (rest.length !== 12 || values.includes(-1) || letter === undefined) return false;
  return UPN_LETTERS[values.reduce((total, value, at) => total + value * (at + 2), 0) % 23] === letter;
}

/** "This looks like it has an NHS number and a date of birth (943 476 5919, DOB)."; empty when there is no sign. */
export function signsInWords(signs: readonly ChildSign[]): string {
  if (signs.length === 0) return '';
  const kinds = signs.map(({ kind }) => childSignWords[kind]);
  return `${kinds.length === 1 ? kinds[0] : `${kinds.slice(0, -1).join(', ')} and ${kinds.at(-1)}`} (${signs.map(({ text }) => text).join(', ')})`;
}
