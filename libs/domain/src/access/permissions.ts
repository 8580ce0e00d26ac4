/** Held in a partnership, and good for every organisation in it. */
export const partnershipRoles = ['business-unit', 'qp-member', 'executive', 'scrutineer'] as const;
/** Held in one organisation, and good for that one. A trust-lead holds one such membership for each school of the trust. */
export const organisationRoles = ['lead', 'contributor', 'approver', 'viewer', 'trust-lead'] as const;
export const roles = [...partnershipRoles, ...organisationRoles] as const;
export type Role = (typeof roles)[number];

export const actions = [
  'organisation.read', 'register.import', 'register.edit', 'people.list', 'people.manage', 'lead.hand-over', 'person.recover', 'template.read', 'template.write', 'round.read', 'round.manage', 'joint-round.manage', 'rating.recalculate', 'submission.read', 'submission.answer', 'submission.submit', 'submission.reopen', 'submission.accept', 'guest.answer', 'action.read', 'action.plan', 'action.verify',
  'insight.read', 'insight.words', 'insight.write', 'release.read', 'export.create', 'word-template.manage', 'mail.manage', 'trail.read', 'session.own',
  'records.manage', 'records.dispose', 'records.export', 'records.erase',
] as const;
export type Action = (typeof actions)[number];

/** Whoever is signed in, so that a person whose last membership ended can still see that and sign out. */
export const everyone: readonly Action[] = ['session.own'];

/** Whoever holds a guest link, and nobody else. */
export const forGuests: readonly Action[] = ['guest.answer'];

const reading = ['organisation.read', 'template.read', 'submission.read', 'action.read', 'release.read'] as const;

/**
 * The business unit runs rounds but never answers or signs for an organisation: it opens again and accepts what was handed in. `round.read` is how far each round has come,
 * `insight.words` what organisations wrote: neither is for the organisations, which see their own returns, and of the others what is published (`release.read`).
 * It alone runs a round jointly with another partnership, and says what that one may see (`joint-round.manage`).
 */
export const permissions: Readonly<Record<Role, readonly Action[]>> = {
  'business-unit': [...everyone, ...reading, 'register.import', 'register.edit', 'people.list', 'people.manage', 'person.recover', 'template.write', 'round.read', 'round.manage', 'joint-round.manage', 'rating.recalculate', 'submission.reopen', 'submission.accept', 'action.verify', 'insight.read', 'insight.words', 'insight.write', 'export.create', 'word-template.manage', 'mail.manage', 'trail.read',
    'records.manage', 'records.dispose', 'records.export', 'records.erase'],
  'qp-member': [...everyone, ...reading, 'round.read', 'insight.read', 'insight.words', 'insight.write', 'export.create'],
  'executive': [...everyone, 'round.read', 'insight.read', 'release.read'],
  'scrutineer': [...everyone, ...reading, 'round.read', 'insight.read', 'insight.words', 'trail.read'],
  'lead': [...everyone, ...reading, 'people.manage', 'lead.hand-over', 'submission.answer', 'submission.submit', 'action.plan', 'trail.read'],
  'contributor': [...everyone, ...reading, 'submission.answer', 'action.plan'],
  'approver': [...everyone, ...reading, 'submission.submit', 'action.plan', 'trail.read'],
  'viewer': [...everyone, ...reading],
  'trust-lead': [...everyone, ...reading],
};
