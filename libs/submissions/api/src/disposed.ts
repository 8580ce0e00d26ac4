import { Refused } from '@attest/shared/api';
import { dayOf } from './in-words';
import type { HashRow, WholeReturnRow } from './submissions.queries';

/** What can still be said of a return that was kept long enough: that it was made, when, and what its receipt must say. */
export function disposed({ organisation_name: organisation, round_name: round, reference, submitted_at: submitted, disposed_on: on }: WholeReturnRow, hashes: readonly HashRow[]): Refused {
  const said = submitted ? `It was handed in on ${dayOf(submitted)} with the reference ${reference}.` : 'It was not handed in.';
  const detail = `The return of ${organisation} for ${round} was disposed of on ${dayOf(new Date(on!))} under retention. ${said}${hashes[0] ? ` The signed text had the SHA-256 ${hashes[0].sha256}.` : ''}`;
  return new Refused('disposed', detail, { disposedOn: on, reference, sha256: hashes.map((one) => one.sha256) });
}
