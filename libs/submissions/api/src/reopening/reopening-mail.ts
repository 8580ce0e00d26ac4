import { named, say } from '@attest/shared/api';
import type { Telling } from '../signing/signing-mail';
import type { WholeReturnRow } from '../submissions.queries';

const of = ({ round_name, organisation_name }: WholeReturnRow) => [named(round_name), named(organisation_name)] as const;
const signs = (row: WholeReturnRow) => say`You get this message because you sign returns of ${named(row.organisation_name)}.`;

/** Why is read on the page: reasons are people's own words. */
export function opened(row: WholeReturnRow, by: string, until: string, questions: number): Telling {
  const [round, organisation] = of(row);
  const what = questions === 0 ? say`Its answers can be changed again` : say`${questions} of its answers can be changed again, and no others,`;
  return {
    subject: say`Opened again: ${round}, ${organisation}`,
    says: [
      say`${named(by)} has opened the return of ${organisation} for ${round} again. ${named(what)} until ${new Date(until)}.`,
      say`The signatures on it no longer stand: when it is right, it is signed again. What was submitted before stays beside it.`,
    ],
    link: { says: say`See why, and go on:`, path: `/returns/${row.id}` },
    because: signs(row),
  };
}

export function declined(row: WholeReturnRow, by: string): Telling {
  const [round, organisation] = of(row);
  return {
    subject: say`Not opened again: ${round}, ${organisation}`,
    says: [say`${named(by)} has not opened the return of ${organisation} for ${round} again. It stands as it was submitted.`],
    link: { says: say`Read why:`, path: `/returns/${row.id}` },
    because: signs(row),
  };
}

export function askedFor(row: WholeReturnRow, by: string): Telling {
  const [round, organisation] = of(row);
  return {
    subject: say`Asked to be opened again: ${round}, ${organisation}`,
    says: [say`${named(by)} asks for the return of ${organisation} for ${round} to be opened again.`],
    link: { says: say`Read why, and decide:`, path: `/reopenings` },
    because: say`You get this message because you are in the business unit.`,
  };
}
