import type { IconName } from '@attest/shared/ui';
import type { Session } from '@attest/shared/web';

export interface Place {
  readonly label: string;
  readonly path: string;
  readonly icon: IconName;
  readonly shown: (session: Session) => boolean;
}

/** An entry of the menu, with the places that are listed under it while somebody is at one of them. */
export interface Entry extends Place {
  readonly parts: readonly Place[];
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

/** For whoever has many places: these are listed under one entry, which leads to the first of them. */
const gathered: readonly { readonly label: string; readonly icon: IconName; readonly paths: readonly string[] }[] = [
  { label: 'Organisations', icon: 'organisation', paths: ['/organisations', '/people'] },
  { label: 'Review', icon: 'compare', paths: ['/compare', '/trends', '/findings', '/actions'] },
];
/** How many entries are read at a glance. */
const MOST = 7;

const settings: Place = { label: 'Settings', path: '/settings', icon: 'settings', shown: () => true };

export const rarePlacesFor = (session: Session): readonly RarePlace[] => rare.filter(({ shown }) => shown(session));

/** The menu stays short enough to be read at a glance: rare places stand behind one entry, and where there are many, those that belong together under one. */
export function entriesFor(session: Session): readonly Entry[] {
  const seldom = rarePlacesFor(session);
  const places = [...daily.filter(({ shown }) => shown(session)), ...(seldom.length > 1 ? [settings] : seldom)];
  return places.length > MOST ? places.flatMap((place) => underOne(place, places)) : places.map((place) => ({ ...place, parts: [] }));
}

/** The first place of a group stands for all of it; the others are listed there. */
function underOne(place: Place, all: readonly Place[]): Entry[] {
  const group = gathered.find(({ paths }) => paths.includes(place.path));
  if (!group) return [{ ...place, parts: [] }];
  const parts = group.paths.flatMap((path) => all.find((one) => one.path === path) ?? []);
  const first = all.find(({ path }) => group.paths.includes(path));
  return place === first ? [{ ...parts[0]!, label: group.label, icon: group.icon, parts: parts.filter(({ label }) => label !== group.label) }] : [];
}

/** Whether an address is at a place or below it. */
export const isAt = (place: Place, path: string): boolean => (place.path === '/' ? path === '/' : path === place.path || path.startsWith(`${place.path}/`));
