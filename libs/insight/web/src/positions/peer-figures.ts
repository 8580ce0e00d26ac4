import type { StripDot, StripRow } from '@attest/domain/figures';
import type { PositionCell, PositionRow, PositionsView } from '@attest/shared/client';

/** A row of dots with more than this many stands for several with each: a browser could not draw them, nor an eye count them. */
const MOST_DOTS = 300;

export interface PeerLine {
  readonly key: string;
  readonly label: string;
  readonly own: number | null;
  /** Level of the one that is looked at, its own or the panel's. */
  readonly level: string | null;
  /** How many others there are, and of them those with a smaller and those with a larger share. */
  readonly others: number;
  readonly lower: number;
  readonly higher: number;
  readonly lowest: number | null;
  readonly middle: number | null;
  readonly highest: number | null;
}

/** Those it is compared with, itself among them; everybody where nobody is looked at. */
export function amongPeers({ organisations }: PositionsView, organisationId: string | undefined, everybody: boolean): readonly PositionRow[] {
  const own = organisations.find((one) => one.organisationId === organisationId);
  return own && !everybody ? organisations.filter(({ peers }) => peers === own.peers) : organisations;
}

export function peerLines({ standards }: PositionsView, among: readonly PositionRow[], organisationId: string | undefined): PeerLine[] {
  return standards.map(({ key, ref, title }, at): PeerLine => {
    const own = among.find((one) => one.organisationId === organisationId)?.cells[at] ?? null;
    const others = sharesOf(among.filter((one) => one.organisationId !== organisationId), at);
    const share = own?.share ?? null;
    return {
      key, label: `${ref} ${title}`.trim(), own: share, level: own && levelOf(own), others: others.length,
      lower: share === null ? 0 : others.filter((one) => one < share).length, higher: share === null ? 0 : others.filter((one) => one > share).length,
      lowest: others[0] ?? null, middle: median(others), highest: others.at(-1) ?? null,
    };
  });
}

const levelOf = ({ self, moderated }: PositionCell) => moderated ?? self;

const sharesOf = (rows: readonly PositionRow[], at: number) => rows.flatMap(({ cells }) => cells[at]!.share ?? []).toSorted((a, b) => a - b);

/** Of two in the middle the lower one, which somebody really has. */
const median = (sorted: readonly number[]): number | null => sorted[Math.floor((sorted.length - 1) / 2)] ?? null;

export const organisationsPerDot = (count: number): number => Math.max(1, Math.ceil(count / MOST_DOTS));

/** `link` says where the dot of the one that is looked at leads. */
export function stripRows(view: PositionsView, among: readonly PositionRow[], organisationId: string | undefined, link: (standard: string) => string | null): StripRow[] {
  return view.standards.map(({ key, ref, title }, at): StripRow => {
    const others = sharesOf(among.filter((one) => one.organisationId !== organisationId), at);
    const step = organisationsPerDot(others.length);
    const own = among.find((one) => one.organisationId === organisationId)?.cells[at]?.share ?? null;
    const to = link(key);
    return {
      label: `${ref} ${title}`.trim(),
      dots: [
        ...others.filter((_, place) => place % step === 0).map((share): StripDot => ({ at: share, own: false })),
        ...(own === null ? [] : [{ at: own, own: true, ...(to !== null && { link: { to, says: `${ref} ${title}: ${own}%` } }) }]),
      ],
    };
  });
}

/** Out of line: three quarters of the others or more are on one side of it. */
export function outOfLine({ own, others, lower, higher }: PeerLine): 'lower' | 'higher' | null {
  if (own === null || others === 0) return null;
  if (higher * 4 >= others * 3) return 'lower';
  return lower * 4 >= others * 3 ? 'higher' : null;
}

export function peersTitle(name: string, lines: readonly PeerLine[]): string {
  const standards = lines.filter(({ key, own }) => key !== '' && own !== null);
  const count = (side: 'lower' | 'higher') => standards.filter((line) => outOfLine(line) === side).length;
  return `${name} is lower than three quarters of the others in ${count('lower')} of ${standards.length} standards, and higher in ${count('higher')}`;
}
