import type { Role } from '@attest/domain/access';
import type { NamedView } from './views';

export interface SignIn {
  email: string;
  password: string;
}

export interface PersonView {
  id: string;
  name: string;
  email: string;
}

export interface MembershipView {
  role: Role;
  /** Null for roles in the partnership itself. */
  organisation: NamedView | null;
}

export interface SessionView {
  person: PersonView;
  partnership: NamedView;
  memberships: MembershipView[];
  /** What this person may attempt. Whether they may do it to one thing, each view says in `moves`. */
  permissions: string[];
  /** Send it in X-CSRF-Token with every request that changes something. */
  csrfToken: string;
  expiresAt: string;
}

export interface DemonstrationAccount {
  email: string;
  name: string;
  role: string;
  organisation: string | null;
}

export interface WelcomeView {
  /** True until the first administrator has been set up. */
  empty: boolean;
  /** The one password of the demonstration accounts; null when there are none. */
  demonstrationPassword: string | null;
  demonstrationAccounts: DemonstrationAccount[];
}

export interface FirstArea {
  name: string;
  /** The local authority code of the register of schools. */
  laCode: string;
}

export interface FirstAdministrator {
  partnershipName: string;
  areas: FirstArea[];
  name: string;
  email: string;
  password: string;
}
