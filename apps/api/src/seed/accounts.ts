import type { Role } from '@attest/domain/access';
import { DEMONSTRATION_PASSWORD } from '@attest/people/api';
import { OVERRATER } from './organisations';

export const password = DEMONSTRATION_PASSWORD;

export interface DemonstrationPerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Null for roles in the partnership itself. */
  readonly organisation: string | null;
}

/** One for each role, and whoever signs beside them; the first founds the partnership. */
export const accounts: readonly [DemonstrationPerson, ...DemonstrationPerson[]] = [
  { email: 'unit@demo.attest.example', name: 'Priya Shah', role: 'business-unit', organisation: null },
  { email: 'quality@demo.attest.example', name: 'Marcus Bell', role: 'qp-member', organisation: null },
  { email: 'executive@demo.attest.example', name: 'Helen Carr', role: 'executive', organisation: null },
  { email: 'scrutineer@demo.attest.example', name: 'Dr Ade Bankole', role: 'scrutineer', organisation: null },
  { email: 'dsl@demo.attest.example', name: 'Jamila Ahmed', role: 'lead', organisation: 'Oakfield Primary School' },
  { email: 'deputy@demo.attest.example', name: 'Tom Fenwick', role: 'contributor', organisation: 'Oakfield Primary School' },
  { email: 'head@demo.attest.example', name: 'Ruth Wilkins', role: 'approver', organisation: 'Oakfield Primary School' },
  { email: 'chair@demo.attest.example', name: 'Grace Adeyemi', role: 'approver', organisation: 'Oakfield Primary School' },
  { email: 'governor@demo.attest.example', name: 'Colin Lamb', role: 'viewer', organisation: 'Oakfield Primary School' },
  { email: 'agency@demo.attest.example', name: 'Sgt Nadia Farrow', role: 'lead', organisation: 'Riverland Police' },
  { email: 'chief@demo.attest.example', name: 'Owen Marsh', role: 'approver', organisation: 'Riverland Police' },
  { email: 'housing@demo.attest.example', name: 'Karl Dodds', role: 'lead', organisation: OVERRATER },
];
