import type { CarryChoice, CarryOverView, QuestionFate } from '@attest/shared/client';

export const fateWords: Readonly<Record<QuestionFate['fate'], string>> = {
  'kept': 'As it was', 'to-check': 'Other words', 'new': 'New', 'split': 'Split', 'merged': 'Merged', 'set-aside': 'Asked no more',
};
export const fateTones = {
  'kept': 'quiet', 'to-check': 'attention', 'new': 'open', 'split': 'open', 'merged': 'open', 'set-aside': 'plain',
} as const satisfies Record<QuestionFate['fate'], string>;

export const classWords: Readonly<Record<CarryChoice['class'], string>> = {
  none: 'Nothing that an answer hangs on has changed.',
  compatible: 'Answers can go over.',
  incompatible: 'Answers cannot go over by themselves.',
};

type Counts = Pick<CarryOverView, 'kept' | 'toCheck' | 'setAside'>;

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

export const inReturns = (count: number) => counted(count, 'return', 'returns');

/** "12 answers stay as they are, 2 are to be checked, and 1 is set aside." */
export function countsInWords({ kept, toCheck, setAside }: Counts): string {
  return `${counted(kept, 'answer stays as it is', 'answers stay as they are')}, ${counted(toCheck, 'is to be checked', 'are to be checked')}, and ${counted(setAside, 'is set aside', 'are set aside')}.`;
}

/** What became of the answers to one question. */
export function answersInWords({ kept, toCheck, setAside }: Counts): string {
  const parts = [...(kept ? [`${kept} kept`] : []), ...(toCheck ? [`${toCheck} to check`] : []), ...(setAside ? [`${setAside} set aside`] : [])];
  return parts.join(', ') || 'None';
}

export const named = ({ title, edition }: { readonly title: string; readonly edition: string }) => (title.includes(edition) ? title : `${title} ${edition}`);
