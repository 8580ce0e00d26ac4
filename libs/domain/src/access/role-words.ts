import type { Handover } from './giving';
import type { Role } from './permissions';

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

/** What somebody with the role can do, to whoever decides who should have it. */
export const roleMeanings: Readonly<Record<Role, string>> = {
  'business-unit': 'Runs the work of the partnership: the register, the people, the rounds. Reads every return; answers none.',
  'qp-member': 'Reads and compares every return that was handed in.',
  'executive': 'Sees how organisations compare; not what they wrote.',
  'scrutineer': 'Reads and compares every return that was handed in, and changes nothing.',
  'lead': 'Answers and submits, and decides who else can see this organisation.',
  'contributor': 'Answers; does not submit.',
  'approver': 'Reads and submits; does not answer.',
  'viewer': 'Reads and changes nothing.',
  'trust-lead': 'Reads the returns of every school of the trust, and changes nothing.',
};

/** What becomes of a lead who hands over. */
export const handoverWords: Readonly<Record<Handover, string>> = {
  contributor: 'stays as a contributor',
  viewer: 'stays as a viewer',
  leaves: 'leaves the organisation',
};
