import type { IconName } from '@attest/shared/ui';
import type { Session } from '@attest/shared/web';

interface Place {
  readonly label: string;
  readonly path: string;
  readonly icon: IconName;
  readonly shown: (session: Session) => boolean;
}

/** What is in the menu, for whom. It follows permissions and memberships, never the name of a role. */
export const places: readonly Place[] = [
  { label: 'Home', path: '/', icon: 'home', shown: () => true },
  { label: 'My returns', path: '/returns', icon: 'return', shown: (session) => session.organisations().length > 0 },
  { label: 'Rounds', path: '/rounds', icon: 'round', shown: (session) => session.can('round.manage') },
  { label: 'Templates', path: '/templates', icon: 'edit', shown: (session) => session.can('template.write') },
  { label: 'Organisations', path: '/organisations', icon: 'organisation', shown: (session) => session.can('register.import') },
  { label: 'People', path: '/people', icon: 'person', shown: (session) => session.can('people.list') },
  { label: 'People', path: '/our-people', icon: 'person', shown: (session) => session.can('lead.hand-over') },
  { label: 'Compare', path: '/compare', icon: 'compare', shown: (session) => session.can('insight.read') },
  { label: 'Outbox', path: '/outbox', icon: 'mail', shown: (session) => session.can('mail.manage') },
  { label: 'Trail', path: '/trail', icon: 'history', shown: (session) => session.can('trail.read') },
  { label: 'Records', path: '/records', icon: 'lock', shown: (session) => session.can('records.manage') },
];
