import { hash, verify, type Options } from '@node-rs/argon2';
import { writtenOneWay } from '@attest/domain/access';
import { Refused } from '@attest/shared/api';

/** OWASP's second configuration: 46 MiB, one pass (see the security notes of the decision pages). */
const parameters: Options = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 };

/** Two at a time: a log-in storm must not starve the saving of answers. */
const places = 2;
/** Half a second's worth: whoever came behind would wait for longer than it takes to try again, and the line would never end. */
const longestLine = 20;
let busy = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= places && waiting.length >= longestLine) throw new Refused('too-many-requests', 'Many people are signing in. Try again in a moment.');
  if (busy >= places) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy--;
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(writtenOneWay(password), parameters));

/** Someone unknown costs as much time as someone known. */
const nobody = hash('nobody has this password', parameters);

export async function passwordMatches(stored: string | null, given: string): Promise<boolean> {
  const against = stored ?? (await nobody);
  const matches = await inTurn(() => verify(against, writtenOneWay(given)));
  return stored !== null && matches;
}
