import { roleWords, roles, type Role } from '../access';

/** What people write for a role, beside its own name. */
const alsoSaid: Readonly<Record<string, Role>> = {
  'dsl': 'lead', 'designated safeguarding lead': 'lead', 'section 11 lead': 'lead', 's11 lead': 'lead',
  'deputy': 'contributor', 'deputy dsl': 'contributor', 'ddsl': 'contributor', 'deputy designated safeguarding lead': 'contributor',
  'head': 'approver', 'headteacher': 'approver', 'head teacher': 'approver', 'chief officer': 'approver',
  'chair of governors': 'approver', 'governor': 'viewer', 'read only': 'viewer', 'q&p': 'qp-member', 'q&p group': 'qp-member', 'scrutineer': 'scrutineer',
};

const known = new Map<string, Role>([
  ...Object.entries(alsoSaid),
  ...roles.flatMap((role): [string, Role][] => [[role, role], [role.replaceAll('-', ' '), role], [roleWords[role].toLowerCase(), role]]),
]);

/** The role that is meant, whatever the capitals; null when none is. */
export const roleFrom = (text: string): Role | null => known.get(text.trim().toLowerCase().replace(/\s+/g, ' ')) ?? null;
