import type { OrganisationKind } from '@attest/domain/questionnaire';

/** A round of the demonstration. Dates of the open ones hang on today, so that the demonstration never runs out. */
export interface DemonstrationRound {
  readonly edition: string;
  readonly code: 'section-175' | 'section-11';
  readonly audience: OrganisationKind;
  readonly name: string;
  readonly reference: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly finalOn: string;
  readonly open: boolean;
  readonly yearsAgo: number;
}

const editions = ['2023-24', '2024-25', '2025-26', '2026-27'] as const;

export function rounds(today: string): DemonstrationRound[] {
  return editions.flatMap((edition, index) => {
    const yearsAgo = editions.length - 1 - index;
    const open = yearsAgo === 0;
    const year = Number(edition.slice(0, 4));
    const short = edition.replace('20', '').replace('-', '');
    return [
      {
        edition, yearsAgo, open, code: 'section-175' as const, audience: 'school' as const, name: `Section 175 return ${edition}`, reference: `S175-${short}`,
        ...(open ? { opensOn: day(today, -69), dueOn: day(today, 19), finalOn: day(today, 68) } : { opensOn: `${year}-09-16`, dueOn: `${year}-12-13`, finalOn: `${year + 1}-01-31` }),
      },
      {
        edition, yearsAgo, open, code: 'section-11' as const, audience: 'agency' as const, name: `Section 11 audit ${edition}`, reference: `S11-${short}`,
        ...(open ? { opensOn: day(today, -80), dueOn: day(today, -6), finalOn: day(today, 50) } : { opensOn: `${year}-09-02`, dueOn: `${year}-11-22`, finalOn: `${year + 1}-01-10` }),
      },
    ];
  });
}

/** The date so many days later; earlier when negative. */
export function day(from: string, days: number): string {
  const date = new Date(`${from}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
