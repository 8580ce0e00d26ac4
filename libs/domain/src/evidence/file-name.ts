/** Characters; what file systems take, and more than a line shows. */
export const MOST_OF_A_NAME = 255;

/** Controls, and marks that turn the direction of writing so that `exe.pdf` reads `fdp.exe`. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Surrogate}]/gu;
/** What some file system does not take. */
const unkept = /[<>:"|?*]/g;

/** A name that can be shown, stored and sent back: no folders, nothing unseen, of a length that is kept. The end stays, because it says what the file is. */
export function cleanedFileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1)!;
  const plain = last.replace(unseen, ' ').replace(unkept, '-').replace(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '');
  const name = plain === '' ? 'file' : plain;
  if (name.length <= MOST_OF_A_NAME) return name;
  const end = extensionOf(name) === '' ? '' : `.${extensionOf(name)}`;
  return `${[...name.slice(0, MOST_OF_A_NAME - end.length - 1)].filter((letter) => !/\p{Surrogate}/u.test(letter)).join('').trimEnd()}…${end}`;
}

/** In small letters and without its dot; empty where there is none, or none that could be one. */
export function extensionOf(name: string): string {
  return /[^.]\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** What a piece of evidence is called until somebody calls it something else. */
export function titleFrom(name: string): string {
  const extension = extensionOf(name);
  return (extension ? name.slice(0, -extension.length - 1) : name).replace(/[_\s]+/g, ' ').trim().slice(0, 200) || name;
}
