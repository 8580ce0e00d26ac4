import type { Conversion } from './differences';
import type { Establishment, RegisteredSchool } from './establishment';
import { plain } from './wording';

/** Days from the old school's close to the academy's opening. Nearly always one; a new building takes a summer. */
const longestGap = 60;

/**
 * Which newcomers carry on a school we hold. The public file has no link between the two URNs, so a pair is recognised:
 * same local authority, the academy opens as the other closes, and either the same postcode with an academy reason on
 * one side, or the same name. Each school is paired once, likeliest pairs first.
 */
export function conversions(
  current: readonly RegisteredSchool[], incoming: ReadonlyMap<string, Establishment>, newcomers: readonly Establishment[], today: string,
): Map<string, Conversion> {
  const followed = new Set(current.map(({ predecessorUrn }) => predecessorUrn));
  const leaving = current.filter(({ urn, status }) =>
    !followed.has(urn) && ['closed', 'proposed-to-close'].includes(incoming.get(urn)?.status ?? status));
  const pairs = newcomers.filter(({ features }) => features.includes('academy')).flatMap((establishment) =>
    leaving.map((school): Conversion => (
      { kind: 'converted', establishment, school, predecessorUrn: school.urn, was: incoming.get(school.urn) ?? null })));
  const likely = pairs.filter((pair) => carriesOn(pair, today)).sort(likeliestFirst);

  const found = new Map<string, Conversion>();
  const taken = new Set<string>();
  for (const pair of likely) {
    if (found.has(pair.establishment.urn) || taken.has(pair.predecessorUrn)) continue;
    found.set(pair.establishment.urn, pair);
    taken.add(pair.predecessorUrn);
  }
  return found;
}

function carriesOn(pair: Conversion, today: string): boolean {
  const { establishment, school, was } = pair;
  const old = was ?? school;
  if (old.laCode !== establishment.laCode || !opensAsItCloses(establishment, old, today)) return false;
  const samePlace = old.postcode !== null && plain(old.postcode).replace(' ', '') === plain(establishment.postcode ?? '').replace(' ', '');
  return (samePlace && becauseOfAcademy(establishment, was)) || sameName(pair);
}

/** A school that is only proposed to close may have no date yet; today stands in for it. */
function opensAsItCloses({ openedOn }: Establishment, old: Pick<Establishment, 'status' | 'closedOn'>, today: string): boolean {
  if (openedOn === null) return false;
  if (old.closedOn !== null) return isWithin(days(old.closedOn, openedOn), 0);
  return old.status === 'proposed-to-close' && isWithin(days(today, openedOn), -longestGap);
}

function isWithin(gap: number, least: number): boolean {
  return gap >= least && gap <= longestGap;
}

/** "Academy Converter" on either side, "For Academy" on a school that closes for a sponsor, "Transferred to new sponsor". */
function becauseOfAcademy(establishment: Establishment, was: Establishment | null): boolean {
  const reasons = [establishment.openedBecause, was?.closedBecause].map((reason) => plain(reason ?? ''));
  return reasons.some((reason) => /\b(academy|sponsor)/.test(reason));
}

function sameName({ establishment, school, was }: Conversion): boolean {
  return bare(establishment.name) === bare((was ?? school).name);
}

/** "Invented School" becomes "Invented Academy". */
function bare(name: string): string {
  return plain(name).split(' ').filter((word) => !['the', 'school', 'academy'].includes(word)).join(' ');
}

/** Infants and juniors on one site often convert on one day: the name tells them apart, then the number, then the phase. */
function likeliestFirst(a: Conversion, b: Conversion): number {
  const likeness = (pair: Conversion) =>
    4 * Number(sameName(pair))
    + 2 * Number(pair.school.establishmentNumber === pair.establishment.establishmentNumber)
    + Number(pair.school.phase === pair.establishment.phase);
  return likeness(b) - likeness(a) || Number(a.predecessorUrn) - Number(b.predecessorUrn) || Number(a.establishment.urn) - Number(b.establishment.urn);
}

function days(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
