import { Injectable } from '@nestjs/common';
import { may } from '@attest/domain/access';
import { shareable, type Release } from '@attest/domain/disclosure';
import { Clock, Database, Refused, canonicalJson, notFound, sha256 } from '@attest/shared/api';
import { publishedView } from '../release/published-view';
import { ReleaseService, type KeptRelease } from '../release/release.service';
import { RoundReader, type Round } from '../round-reader';
import type { FiguresPartner, JointFiguresView, NewShare, SharePreview } from './joint-figures.dto';
import { JointFiguresQueries, type FiguresPartnerRow, type OwnPartRow, type OwnShareRow } from './joint-figures.queries';
import { figuresOf, lineOf, type Shared } from './joint-lines';

/** What sharing with one partner now would share, or why it cannot. */
interface Next {
  readonly part: OwnPartRow;
  readonly partner: FiguresPartnerRow;
  readonly known: readonly string[];
  readonly release: (Pick<KeptRelease, 'id'> & { readonly figures: Release }) | null;
  readonly refused: string | null;
}

/** Figures that partnerships of a joint round share with one another: what was published already, with more hidden. */
@Injectable()
export class JointFiguresService {
  constructor(
    private readonly database: Database,
    private readonly queries: JointFiguresQueries,
    private readonly reader: RoundReader,
    private readonly releases: ReleaseService,
    private readonly clock: Clock,
  ) {}

  async read(roundId: string): Promise<JointFiguresView> {
    const round = await this.reader.round(roundId);
    const named = { id: round.id, name: round.name };
    const part = await this.queries.partOf(roundId);
    if (!part) return { round: named, jointRound: null, minimum: null, partners: [], lines: [], figures: [] };
    const own = await this.own(round, part);
    const theirs = await this.shared(part, round);
    const shares = await this.queries.shares(part.id);
    const partners = (await this.queries.partners(part.id)).map((partner) => this.partnerOf(partner, shares, theirs));
    const all = [...own, ...theirs];
    return { round: named, jointRound: part, minimum: own[0]?.release.minimum ?? null, partners, lines: all.map(lineOf), figures: figuresOf(all) };
  }

  /** Of each partner of the round that shares with this partnership, while it shares with them. */
  async sharedIn(round: Round): Promise<Shared[]> {
    const part = await this.queries.partOf(round.id);
    return part ? this.shared(part, round) : [];
  }

  private async shared(part: OwnPartRow, { edition }: Round): Promise<Shared[]> {
    return (await this.queries.shared(part.id)).map(({ place, name, content, contentHash, at }) =>
      ({ place, name, at, jointRound: part.name, release: JSON.parse(content) as Release, comparable: contentHash === edition.contentHash }));
  }

  async preview(roundId: string, place: string): Promise<SharePreview> {
    const round = await this.reader.round(roundId);
    const { partner, release, refused } = await this.next(round, place);
    if (!release) return { partner: partner.name, refused, digest: null, figures: null };
    const figures = publishedView({ round: { id: round.id, name: round.name }, release: release.figures, at: null, query: {}, own: { subjects: [], takingPart: [] }, names: new Map() });
    return { partner: partner.name, refused: null, digest: sha256(canonicalJson(release.figures)), figures };
  }

  /** Shares what was previewed, or nothing. */
  async share(roundId: string, place: string, { digest }: NewShare): Promise<void> {
    const round = await this.reader.round(roundId);
    const { part, partner, known, release, refused } = await this.next(round, place);
    if (!release) throw new Refused('cannot-publish-figures', refused!);
    const content = canonicalJson(release.figures);
    if (sha256(content) !== digest) throw new Refused('changed-meanwhile', 'The figures are not those you looked at any more. Look again before you share them.');
    await this.queries.share({ jointRoundId: part.id, place: partner.place, releaseId: release.id, content, sha256: digest, contentHash: round.edition.contentHash, known, at: this.clock.now() });
    this.database.note({ detail: { partner: partner.name, sha256: digest } });
  }

  async withdraw(roundId: string, place: string): Promise<void> {
    const { part, partner } = await this.partner((await this.reader.round(roundId)).id, place);
    if (!(await this.queries.withdraw(part.id, partner.place, this.clock.now()))) throw new Refused('already-done', 'You share nothing with this partner.');
    this.database.note({ detail: { partner: partner.name } });
  }

  private async next(round: Round, place: string): Promise<Next> {
    const { part, partner } = await this.partner(round.id, place);
    const known = await this.queries.known(part.id, partner.place);
    const before = (await this.queries.shares(part.id)).find((one) => one.place === partner.place);
    const releases = await this.releases.kept(round.id);
    // two releases with one partner would tell more than either
    const last = before ? releases.find(({ id }) => id === before.releaseId) : releases.at(-1);
    const refuse = (refused: string): Next => ({ part, partner, known, release: null, refused });
    if (partner.state !== 'accepted') return refuse('This partnership has left the joint round.');
    if (!last) return refuse(before ? 'You have shared figures of another round with this partner, and a partner sees those of one.' : 'Publish the figures of this round first: partners see what was published, with more hidden.');
    const { release, refused } = shareable(last, new Set(known));
    return release ? { part, partner, known, release: { id: last.id, figures: release }, refused: null } : refuse(refused);
  }

  private async partner(roundId: string, place: string): Promise<{ readonly part: OwnPartRow; readonly partner: FiguresPartnerRow }> {
    const part = await this.queries.partOf(roundId);
    const partner = part && (await this.queries.partners(part.id)).find((one) => String(one.place) === place);
    if (!part || !partner) throw notFound();
    return { part, partner };
  }

  private async own({ id, partnershipName }: Round, part: OwnPartRow): Promise<Shared[]> {
    const release = (await this.releases.kept(id)).at(-1)?.release;
    return release ? [{ place: null, name: partnershipName, jointRound: part.name, release, at: null, comparable: true }] : [];
  }

  private partnerOf({ place, name, state, shares, mustShareAgain }: FiguresPartnerRow, own: readonly OwnShareRow[], theirs: readonly Shared[]): FiguresPartner {
    const mine = own.find((one) => one.place === place && !one.withdrawn);
    const { caller } = this.database;
    const manages = may(caller, 'joint-round.manage', { partnershipId: caller.partnershipId });
    return {
      place, name, state, shares, mustShareAgain, readable: theirs.some((one) => one.place === place),
      mine: mine ? { at: mine.at.toISOString(), by: mine.by } : null,
      moves: manages ? [...(state === 'accepted' && (!mine || mustShareAgain) ? ['share' as const] : []), ...(mine ? ['withdraw' as const] : [])] : [],
    };
  }
}
