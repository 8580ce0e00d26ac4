import type { IconName } from '@attest/shared/ui';
import type { Session } from '@attest/shared/web';

export interface Place {
  readonly label: string;
  readonly path: string;
  readonly icon: IconName;
  readonly shown: (session: Session) => boolean;
}

/** A place looked into now and then. `about` is said beside it on the page of settings. */
export interface RarePlace extends Place {
  readonly about: string;
}

/** What is in the menu, for whom. It follows permissions and memberships, never the name of a role. */
const daily: readonly Place[] = [
  { label: 'Home', path: '/', icon: 'home', shown: () => true },
  { label: 'My returns', path: '/returns', icon: 'return', shown: (session) => session.organisations().length > 0 },
  { label: 'Evidence', path: '/evidence', icon: 'evidence', shown: (session) => session.organisations().length > 0 },
  { label: 'Actions', path: '/actions', icon: 'check-circle', shown: (session) => session.can('action.read') && session.organisations().length > 0 },
  { label: 'Rounds', path: '/rounds', icon: 'round', shown: (session) => session.can('round.manage') },
  { label: 'Templates', path: '/templates', icon: 'edit', shown: (session) => session.can('template.write') },
  { label: 'Organisations', path: '/organisations', icon: 'organisation', shown: (session) => session.can('register.import') },
  { label: 'People', path: '/people', icon: 'person', shown: (session) => session.can('people.list') },
  { label: 'People', path: '/our-people', icon: 'person', shown: (session) => session.can('lead.hand-over') },
  { label: 'Findings', path: '/findings', icon: 'search', shown: (session) => session.can('insight.read') },
  { label: 'Compare', path: '/compare', icon: 'compare', shown: (session) => session.can('insight.read') },
  { label: 'Trends', path: '/trends', icon: 'trend', shown: (session) => session.can('insight.read') },
  { label: 'Exports', path: '/exports', icon: 'download', shown: (session) => session.can('export.create') },
  { label: 'Actions', path: '/actions', icon: 'check-circle', shown: (session) => session.can('action.read') && session.organisations().length === 0 },
];

const rare: readonly RarePlace[] = [
  { label: 'Outbox', path: '/outbox', icon: 'mail', shown: (session) => session.can('mail.manage'), about: 'Every message Attest has sent, and whether it arrived.' },
  { label: 'Smallest group', path: '/compare/smallest-group', icon: 'lock', shown: (session) => session.can('round.manage'), about: 'How many organisations a published figure is about at least.' },
  { label: 'Word template', path: '/settings/word-template', icon: 'edit', shown: (session) => session.can('word-template.manage'), about: 'Board packs as Word in the partnership’s own letterhead and style.' },
  { label: 'Trail', path: '/trail', icon: 'history', shown: (session) => session.can('trail.read'), about: 'Who did what, and when: nobody can change it.' },
  { label: 'Records and privacy', path: '/records', icon: 'lock', shown: (session) => session.can('records.manage'), about: 'What is kept, for how long, and how people get their data back.' },
];

const settings: Place = { label: 'Settings', path: '/settings', icon: 'settings', shown: () => true };

export const rarePlacesFor = (session: Session): readonly RarePlace[] => rare.filter(({ shown }) => shown(session));

/** Several rare places stand behind one entry, so that the menu stays short enough to be read at a glance. */
export function placesFor(session: Session): readonly Place[] {
  const seldom = rarePlacesFor(session);
  return [...daily.filter(({ shown }) => shown(session)), ...(seldom.length > 1 ? [settings] : seldom)];
}
