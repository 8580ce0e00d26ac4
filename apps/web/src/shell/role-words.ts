import type { Role } from '@attest/domain/access';

/** Roles as people say them. */
export const roleWords: Readonly<Record<Role, string>> = {
  'business-unit': 'Business unit',
  'qp-member': 'Quality and performance group',
  'executive': 'Executive',
  'scrutineer': 'Independent scrutineer',
  'lead': 'Safeguarding lead',
  'contributor': 'Contributor',
  'approver': 'Approver',
  'viewer': 'Viewer',
  'trust-lead': 'Trust lead',
};
