import { isIsoDate } from '../questionnaire/iso-date';

export interface AssignmentProblem {
  readonly where: 'colleagueId' | 'dueOn';
  readonly detail: string;
}

interface Wanted {
  /** Whether whoever is asked may answer for the organisation. */
  readonly mayAnswer: boolean;
  /** ISO date, or null for no day in particular. */
  readonly dueOn: string | null;
  readonly today: string;
  /** The last day on which the return is taken. */
  readonly finalOn: string;
}

/** Why a part of a return cannot be given to somebody so; empty when it can. */
export function assignmentProblems({ mayAnswer, dueOn, today, finalOn }: Wanted): readonly AssignmentProblem[] {
  return [
    ...(mayAnswer ? [] : [{ where: 'colleagueId', detail: 'Choose somebody who may answer for your organisation.' } as const]),
    ...(dueOn === null ? [] : dateProblems(dueOn, today, finalOn)),
  ];
}

function dateProblems(dueOn: string, today: string, finalOn: string): readonly AssignmentProblem[] {
  if (!isIsoDate(dueOn)) return [{ where: 'dueOn', detail: 'Enter a real date as day, month and year, such as 27/09/2026.' }];
  if (dueOn < today) return [{ where: 'dueOn', detail: 'Enter today or a later day.' }];
  return dueOn > finalOn ? [{ where: 'dueOn', detail: 'Enter a day on which the return is still taken.' }] : [];
}
