import { isBlank } from './answer-state';
import { signingRoles, type SignOffStep, type SigningRole, type Template } from './template';
import { problemAt, repeated, type Report } from './template-problem';

/** A signature that is asked for, and the roles that may give it. */
export interface Step extends Omit<SignOffStep, 'role'> {
  readonly roles: readonly SigningRole[];
}

/** The signatures a return needs, in order: never none. Where the template names no chain it is the one declaration, made by whoever may submit. */
export function signOffOf({ signOff = [], declaration }: Pick<Template, 'signOff' | 'declaration'>): readonly [Step, ...Step[]] {
  const [first, ...rest] = signOff.map(({ role, ...step }): Step => ({ ...step, roles: [role] }));
  if (first) return [first, ...rest];
  return [{ key: 'declaration', who: declaration.role, roles: signingRoles, declaration: declaration.wording }];
}

export function signOffProblems({ signOff = [] }: Pick<Template, 'signOff'>): Report {
  const problem = problemAt('sign-off');
  return [
    ...repeated(signOff.map(({ key }) => key)).map((key) => problem('key-duplicate', `Two signatures have the key "${key}": give each its own.`)),
    ...signOff.flatMap(({ who, declaration, role }, at) => [
      ...(isBlank(who) ? [problem('signature-unclear', `Say who gives signature ${at + 1}.`)] : []),
      ...(isBlank(declaration) ? [problem('signature-unclear', `Say what is declared with signature ${at + 1}.`)] : []),
      ...(signingRoles.includes(role) ? [] : [problem('signature-unclear', `Signature ${at + 1} is for no role that signs: use one of ${signingRoles.join(', ')}.`)]),
    ]),
  ];
}
