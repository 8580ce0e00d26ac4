import { conversions } from './conversions';
import { differences, type RegisterChange } from './differences';
import { registeredFrom, type Establishment, type RegisteredSchool } from './establishment';
import { isSurveyed } from './establishment-types';

/** What a new edition of the register would change, for a person to look at before it happens. */
export interface RegisterChanges {
  /** In the order of the file. */
  readonly changes: readonly RegisterChange[];
  readonly unchanged: number;
  /** Schools we hold as open that the file does not mention. They are not closed: only a row that says Closed closes a school. */
  readonly absent: readonly RegisteredSchool[];
  readonly problems: readonly DuplicateUrn[];
}

/** None of the rows is used: which one is right is not ours to guess. */
export interface DuplicateUrn {
  readonly urn: string;
  /** Places in the incoming list, from 1. */
  readonly rows: readonly number[];
  readonly detail: string;
}

/**
 * Only schools in `laCodes`, before or after. A newcomer joins when it is open and of a type we survey; one that is
 * still proposed to open joins once it has opened, and one that was closed before we knew it never does.
 * `today` is an ISO date.
 */
export function registerChanges(
  current: readonly RegisteredSchool[], incoming: readonly Establishment[], laCodes: readonly string[], today: string,
): RegisterChanges {
  const held = new Map(current.map((school) => [school.urn, school]));
  const rows = incoming.map((establishment, index) => ({ establishment, row: index + 1 }))
    .filter(({ establishment: { urn, laCode } }) => laCodes.includes(laCode) || laCodes.includes(held.get(urn)?.laCode ?? ''));
  const byUrn = groupedByUrn(rows);
  const sound = [...byUrn.values()].filter(({ length }) => length === 1).map(([{ establishment }]) => establishment);

  const newcomers = sound.filter(({ urn, status, type }) =>
    !held.has(urn) && (status === 'open' || status === 'proposed-to-close') && isSurveyed(type));
  const converted = conversions(current, new Map(sound.map((row) => [row.urn, row])), newcomers, today);
  const joining = new Set(newcomers.map(({ urn }) => urn));
  const carriedOn = new Set([...converted.values()].map(({ predecessorUrn }) => predecessorUrn));

  const changes: RegisterChange[] = [];
  let unchanged = 0;
  for (const establishment of sound) {
    const school = held.get(establishment.urn);
    if (school) {
      const found = differences(school, establishment, today);
      if (found.length === 0) unchanged += 1;
      changes.push(...found.filter(({ kind }) => !(kind === 'closed' && carriedOn.has(school.urn))));
    } else if (joining.has(establishment.urn)) {
      changes.push(converted.get(establishment.urn) ?? { kind: 'opened', establishment });
    }
  }
  return {
    changes, unchanged,
    absent: current.filter(({ urn, laCode, status }) => laCodes.includes(laCode) && status !== 'closed' && !byUrn.has(urn)),
    problems: [...byUrn.values()].filter(({ length }) => length > 1).map(duplicateUrn),
  };
}

/** The register as it stands once the changes are made. Doing it again changes nothing. */
export function applyChanges(
  current: readonly RegisteredSchool[], changes: readonly RegisterChange[], newId: () => string,
): RegisteredSchool[] {
  const schools = new Map(current.map((school) => [school.urn, school]));
  const keep = (establishment: Establishment, predecessorUrn: string | null) => {
    const { id, predecessorUrn: known } = schools.get(establishment.urn) ?? { id: newId(), predecessorUrn };
    schools.set(establishment.urn, registeredFrom(establishment, { id, predecessorUrn: known }));
  };
  for (const change of changes) {
    keep(change.establishment, change.kind === 'converted' ? change.predecessorUrn : null);
    if (change.kind === 'converted' && change.was) keep(change.was, null);
  }
  return [...schools.values()];
}

interface Placed {
  readonly establishment: Establishment;
  readonly row: number;
}

function groupedByUrn(rows: readonly Placed[]): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const placed of rows) {
    const group = groups.get(placed.establishment.urn);
    if (group) group.push(placed);
    else groups.set(placed.establishment.urn, [placed]);
  }
  return groups;
}

function duplicateUrn(rows: readonly Placed[]): DuplicateUrn {
  const { urn } = rows[0].establishment;
  const named = rows.map(({ establishment, row }) => `${establishment.name} (row ${row})`).join(' and ');
  return { urn, rows: rows.map(({ row }) => row), detail: `URN ${urn} is given more than once: ${named}` };
}
