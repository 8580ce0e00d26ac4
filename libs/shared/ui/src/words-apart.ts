import { diffWordsWithSpace } from 'diff';

/** A stretch of words that both wordings have, or only the one before, or only the one after. */
export interface Stretch {
  readonly words: string;
  readonly kind: 'same' | 'gone' | 'new';
}

/** Words as a reader of English counts them: "don't" is one, and a full stop is not part of the word before it. */
const english = new Intl.Segmenter('en-GB', { granularity: 'word' });
/** Milliseconds: two long texts with nothing in common would take seconds to find that out. */
const PATIENCE = 200;

/** Two wordings of one thing, word by word. When they have too little in common, the whole of one takes the place of the other. */
export function wordsApart(before: string, after: string): readonly Stretch[] {
  const parts = diffWordsWithSpace(before, after, { intlSegmenter: english, timeout: PATIENCE });
  const whole = [{ value: before, added: false, removed: true }, { value: after, added: true, removed: false }];
  return (parts ?? whole).flatMap(({ value, added, removed }): Stretch[] =>
    (value === '' ? [] : [{ words: value, kind: added ? 'new' : removed ? 'gone' : 'same' }]));
}
