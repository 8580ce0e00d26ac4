import type { Role } from '../access';

const called: Readonly<Record<Role, string>> = {
  'business-unit': 'member of the business unit', 'qp-member': 'member of the Q&P group', 'executive': 'executive', 'scrutineer': 'scrutineer',
  'lead': 'lead', 'contributor': 'contributor', 'approver': 'approver', 'viewer': 'reader', 'trust-lead': 'trust lead',
};

/** What stands where a person's name stood: enough to tell one from another in one history, and nobody from it. `code` is chance. */
export const formerLabel = (role: Role | null, code: string): string => `Former ${role ? called[role] : 'colleague'} ${code}`;
