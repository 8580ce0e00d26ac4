import { unzipped } from '../../apps/api/test/unzipped';
import type { Answer } from './door';
import { mayLearnOf } from './expected';
import type { Principal } from './principals';
import type { Owner } from './world';

/** Bytes of a zip file with nothing in it. */
const EMPTY = 22;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Identifiers in an answer, inside of workbooks too, of what the caller may not know of; what they asked for by name they know already. */
export function othersIn(answer: Answer, { caller, partnershipIds, elsewhere = [], knows = [] }: Principal, path: string, everywhere: boolean, owners: ReadonlyMap<string, Owner>): string[] {
  const callers = everywhere ? [caller, ...elsewhere] : [caller];
  return [...new Set(textOf(answer).match(UUID) ?? [])].filter((id) => {
    const owner = owners.get(id);
    return owner && !path.includes(id) && !partnershipIds.includes(id) && !knows.includes(id) && !callers.some((one) => mayLearnOf(one, owner));
  });
}

/** What is new in every answer of its kind is left out. */
export const withoutChance = (answer: Answer) => `${answer.status} ${textOf(answer).replace(UUID, 'id').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'instant')}`;

function textOf({ status, type, bytes }: Answer): string {
  if (status !== 200 || !(type.includes('openxmlformats') || type.includes('zip'))) return bytes.toString();
  const parts = [...unzipped(bytes).values()];
  if (bytes.length > EMPTY && !parts.some((part) => part.length > 0)) throw new Error(`A file of ${bytes.length} bytes could not be looked into: teach apps/api/test/unzipped.ts how it was packed.`);
  return parts.join('\n');
}
