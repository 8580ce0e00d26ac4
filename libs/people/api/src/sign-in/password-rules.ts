import { passwordProblems } from '@attest/domain/access';
import { Refused } from '@attest/shared/api';
import { DEMONSTRATION_PASSWORD } from '../settings';

/** Nearly 50,000 passwords that are guessed first. Read when the first password is chosen: most processes never need them. */
let list: Promise<ReadonlySet<string>> | undefined;
const commonPasswords = () => (list ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common'] as Iterable<string>)));

/** Refuses a password that must not be chosen, at the field it was typed in. `own` is what can be looked up about the person. */
export async function refuseWeakPassword(password: string, own: readonly string[], where = 'password'): Promise<void> {
  const common = await commonPasswords();
  const problems = passwordProblems(password, { own, common: (word) => common.has(word), known: [DEMONSTRATION_PASSWORD] });
  if (problems.length > 0) throw new Refused('password-not-accepted', problems[0]!, { faults: problems.map((detail) => ({ where, detail })) });
}
