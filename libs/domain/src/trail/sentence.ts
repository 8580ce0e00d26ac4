import { deeds } from './deeds';

export interface Told {
  /** Verb and pattern, or empty where no request did it. */
  readonly route: string;
  readonly action: string;
  /** "done", or the code of the refusal. */
  readonly outcome: string;
  readonly organisation: string | null;
  readonly thing: string | null;
}

/** Why not, after what was tried. Codes that are not here are shown as they are. */
const becauseOf: Readonly<Record<string, string>> = {
  'not-allowed': 'their role does not include it',
  'not-found': 'it is not there, or not theirs to see',
  'wrong-credentials': 'the password or the code was wrong',
  'csrf-token-wrong': 'it did not come from the page of their session',
  'changed-meanwhile': 'somebody else was quicker, and both versions are kept',
};

/** What comes after the name: "submitted the return of Oakfield Primary School". */
export function inWords({ route, action, outcome, organisation, thing }: Told): string {
  const known = deeds[route] ?? deeds[action];
  const what = known?.what.replace('{organisation}', organisation ?? 'an organisation').replace('{thing}', thing ?? '').replace(/ +/g, ' ').trim();
  if (outcome === 'done') return known ? `${known.did} ${what}` : `did “${route || action}”`;
  return `tried to ${known ? `${known.tried} ${what}` : `do “${route || action}”`}: ${becauseOf[outcome] ?? outcome}`;
}
