import type { SigningRole, Step } from '../questionnaire';

/** A signature that stands. */
export interface Signed {
  readonly step: string;
  readonly personId: string;
}

/** Somebody of the organisation, with the roles they hold there. */
export interface Signer {
  readonly personId: string;
  readonly roles: readonly string[];
}

export type SigningBlocker = 'role-missing' | 'signed-before';

/** Whose turn it is; null once all have signed. Steps are signed in their order, so that each signs what those before have signed. */
export function nextStep(steps: readonly Step[], signed: readonly Signed[]): Step | null {
  return steps.find(({ key }) => !signed.some(({ step }) => step === key)) ?? null;
}

export function isLastStep(steps: readonly Step[], step: Step): boolean {
  return steps.at(-1)?.key === step.key;
}

/**
 * Why somebody cannot give this signature; empty when they can. Nobody signs twice, unless the template says of the step that
 * whoever signed before may: then they need no further role for it, because a head who is the safeguarding lead has one role here.
 */
export function blockersToSign({ roles, samePerson = false }: Step, signed: readonly Signed[], signer: Signer): readonly SigningBlocker[] {
  const before = signed.some(({ personId }) => personId === signer.personId);
  if (before) return samePerson ? [] : ['signed-before'];
  return roles.some((role: SigningRole) => signer.roles.includes(role)) ? [] : ['role-missing'];
}
