import { isIsoDate } from '../questionnaire/iso-date';

const DAY = 86_400_000;

/** Days for which a guest link works where nobody says otherwise, and at most; and how many questions one can hold. */
export const GUEST_LINK = { usual: 7, most: 28, questions: 100 } as const;

export interface GuestLinkProblem {
  readonly where: 'name' | 'questionIds' | 'untilOn';
  readonly detail: string;
}

interface Wanted {
  readonly name: string;
  /** How many questions, and how many of them are asked now. */
  readonly questions: number;
  readonly asked: number;
  /** ISO date: the last day on which it works. */
  readonly untilOn: string;
  readonly today: string;
  /** The last day on which the return is taken. */
  readonly finalOn: string;
}

/** The last day a link of today may have: four weeks, and never beyond the day on which the return is taken last. ISO dates. */
export function lastGuestDay(today: string, finalOn: string): string {
  const most = later(today, GUEST_LINK.most);
  return most < finalOn ? most : finalOn;
}

/** What most people want: a week, or less where the return is taken for less. */
export function usualGuestDay(today: string, finalOn: string): string {
  const usual = later(today, GUEST_LINK.usual);
  return usual < finalOn ? usual : finalOn;
}

/** Why a link cannot be given so; empty when it can. */
export function guestLinkProblems({ name, questions, asked, untilOn, today, finalOn }: Wanted): readonly GuestLinkProblem[] {
  return [
    ...(name.trim() ? [] : [{ where: 'name', detail: 'Enter the name of whoever you ask.' } as const]),
    ...(questions > 0 ? [] : [{ where: 'questionIds', detail: 'Choose at least one question.' } as const]),
    ...(questions > GUEST_LINK.questions ? [{ where: 'questionIds', detail: `Choose ${GUEST_LINK.questions} questions or fewer: whoever answers so many needs an account.` } as const] : []),
    ...(asked < questions ? [{ where: 'questionIds', detail: 'Choose questions that are asked in this return now.' } as const] : []),
    ...dayProblems(untilOn, today, lastGuestDay(today, finalOn)),
  ];
}

function dayProblems(untilOn: string, today: string, last: string): readonly GuestLinkProblem[] {
  if (!isIsoDate(untilOn)) return [{ where: 'untilOn', detail: 'Enter a real date as day, month and year, such as 27/09/2026.' }];
  if (untilOn < today) return [{ where: 'untilOn', detail: 'Enter today or a later day.' }];
  return untilOn > last ? [{ where: 'untilOn', detail: `Enter ${last.split('-').reverse().join('/')} or an earlier day: a link works for four weeks at most, and no longer than the return is taken.` }] : [];
}

const later = (date: string, days: number) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
