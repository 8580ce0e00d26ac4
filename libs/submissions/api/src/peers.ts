import { lineFor, standingAmong, type Figure, type Release, type Standing } from '@attest/domain/disclosure';
import type { Level, OrganisationKind } from '@attest/domain/questionnaire';
import type { PeerView } from './receipt.dto';

/** The published figures that returns of a round are compared with: its own, or while there are none those of the round before. */
export interface PublishedFigures {
  readonly round: { readonly id: string; readonly name: string };
  readonly release: Release;
}

export interface Compared {
  /** Empty for the whole return. */
  readonly section: string;
  readonly own: string | null;
  /** The scale of the result, best first. */
  readonly scale: readonly Level[];
  readonly group: string;
  readonly kind: OrganisationKind;
}

const bands = { 'higher': 'higher', 'in line': 'in-line', 'lower': 'lower' } as const satisfies Record<Standing, string>;

/**
 * Where one result stands among those of the same group, or why that is not said. Nothing is counted here: whoever reads a receipt
 * before and after somebody else hands in reads the same, so the difference tells nobody what that one said.
 */
export function peerView({ section, own, scale, group, kind }: Compared, published: PublishedFigures | null): PeerView {
  if (own === null) return notCompared('Not rated here, so there is nothing to compare.');
  if (!published) return notCompared('How others did is said here once the figures of the round have been published.');
  const { release, round } = published;
  const figure = figureOf(section, release);
  if (!figure || !isOnScale(figure, scale)) return notCompared(`In ${round.name} this was not asked, or was rated on another scale, so there is nothing to compare.`);
  const { at, line } = lineFor(group, release);
  const standing = standingAmong(own, figure, at, line.returned);
  const label = inWords(line.label, kind);
  return { band: standing === null ? 'hidden' : bands[standing], group: label, sentence: sentenceFor(standing, `the ${line.returned} ${at === 0 ? kinds[kind] : lowerFirst(label)} in ${round.name}`) };
}

/** Of a questionnaire of one standard the whole return has no figure of its own: it would say the same again. */
function figureOf(section: string, { figures }: Release): Figure | undefined {
  const standards = figures.filter(({ kind }) => kind === 'standard');
  if (section !== '') return standards.find(({ key }) => key === section);
  return figures.find(({ kind }) => kind === 'overall') ?? (standards.length === 1 ? standards[0] : undefined);
}

const kinds = { school: 'schools', agency: 'organisations' } as const satisfies Record<OrganisationKind, string>;

/** Groups that are too few to stand alone stand together, under both names. */
function inWords(label: string, kind: OrganisationKind): string {
  return label.includes('; and ') ? `${kinds[kind]} of ${label}` : `${label} ${kinds[kind]}`;
}

const notCompared = (sentence: string): PeerView => ({ band: null, group: null, sentence });

function isOnScale({ categories }: Figure, scale: readonly Level[]): boolean {
  const levels = categories.filter(({ meets }) => meets !== null);
  return levels.length === scale.length && levels.every(({ key, word }, at) => key === scale[at]!.key && word === scale[at]!.word);
}

function sentenceFor(standing: Standing | null, those: string): string {
  switch (standing) {
    case 'higher': return `Higher than more than half of ${those}.`;
    case 'lower': return `Lower than more than half of ${those}.`;
    case 'in line': return `In line with ${those}: neither higher nor lower than more than half of them.`;
    case null: return `What is published of ${those} does not tell, to protect the few who could be found in it [c].`;
  }
}

const lowerFirst = (text: string) => text.replace(/^./, (first) => first.toLowerCase());
