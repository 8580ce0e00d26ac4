import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { mayChoose, maySee, minimumGroup, publishable, type Closed, type Earlier, type Publishable, type Release, type TakingPart } from '@attest/domain/disclosure';
import { may } from '@attest/domain/access';
import { Clock, Database, Refused, canonicalJson, notFound, sha256 } from '@attest/shared/api';
import { RoundReader, type Round } from '../round-reader';
import { closedOf, ratedQuestions } from './counted';
import { publishedView } from './published-view';
import type { MinimumView, NewRelease, PublishedQuery, PublishedRelease, PublishedRound, PublishedView, ReleasePreview } from './release.dto';
import { ADD_BASIS, ADD_RELEASE, BASES, MINIMUM, PUBLISHED_ROUNDS, RELEASES, SET_MINIMUM, type BasisRow, type MinimumRow, type PublishedRoundRow, type ReleaseRow } from './release.queries';

/** What publishing now would publish, or why it cannot. */
interface Next {
  readonly closed: Closed;
  readonly earlier: readonly ReleaseRow[];
  readonly outcome: Publishable;
}

/** A release with what it was counted from. */
export interface KeptRelease extends Earlier {
  readonly id: string;
}

const nobody: Pick<Closed, 'subjects' | 'takingPart'> = { subjects: [], takingPart: [] };

/** Publishes the figures of a closed round, and shows what has been published: never anything counted on the spot. */
@Injectable()
export class ReleaseService {
  constructor(
    private readonly database: Database,
    private readonly reader: RoundReader,
    private readonly clock: Clock,
  ) {}

  async rounds(): Promise<PublishedRound[]> {
    const rows = await this.database.query<PublishedRoundRow>(PUBLISHED_ROUNDS);
    return rows.map(({ round_id: id, round_name: name, at }) => ({ round: { id, name }, publishedAt: at.toISOString() }));
  }

  /** What was published last. */
  async published(roundId: string, query: PublishedQuery): Promise<PublishedView> {
    const { audience = 'respondents' } = query;
    const row = (await this.releases(roundId)).at(-1);
    if (!row || !mayChoose(this.database.caller, audience)) throw notFound();
    const round = await this.reader.round(roundId);
    const isTakingPart = maySee(audience, 'own') && !this.seesEverybody();
    const { own, names } = isTakingPart ? await this.counted(round) : { own: nobody, names: new Map<string, string>() };
    return publishedView({ round: { id: round.id, name: round.name }, release: contentOf(row), at: row.at, query, own, names });
  }

  async preview(roundId: string, query: PublishedQuery): Promise<ReleasePreview> {
    const round = await this.reader.round(roundId);
    const { earlier, outcome: { release, refused, changed } } = await this.next(round);
    const releases = earlier.map(summaryOf);
    if (release === null) return { move: null, refused, changed, digest: null, releases, figures: null };
    const figures = publishedView({ round: { id: round.id, name: round.name }, release, at: null, query, own: nobody, names: new Map() });
    return { move: 'publish', refused: null, changed, digest: sha256(canonicalJson(release)), releases, figures };
  }

  /** Publishes what was previewed, or nothing. */
  async publish(roundId: string, { digest }: NewRelease): Promise<PublishedRelease> {
    const { closed, earlier, outcome } = await this.next(await this.reader.round(roundId));
    if (outcome.release === null) throw new Refused('cannot-publish-figures', outcome.refused);
    const content = canonicalJson(outcome.release);
    if (sha256(content) !== digest) throw new Refused('changed-meanwhile', 'The figures are not those you looked at any more. Look again before you publish them.');
    const { caller: { partnershipId } } = this.database;
    const [id, number, { minimum }] = [uuid(), earlier.length + 1, closed];
    await this.database.query(ADD_RELEASE, [partnershipId, id, roundId, number, minimum, content, digest, this.clock.now()]);
    await this.database.query(ADD_BASIS, [partnershipId, id, roundId, JSON.stringify(closed.takingPart.map((one) => basisOf(one, closed)))]);
    this.database.note({ detail: { release: number, sha256: digest } });
    return summaryOf((await this.releases(roundId)).at(-1)!);
  }

  /** Every release of a round, oldest first. */
  async kept(roundId: string): Promise<KeptRelease[]> {
    const rows = await this.releases(roundId);
    const earlier = await this.earlier(roundId, rows);
    return rows.map(({ id }, at) => ({ id, ...earlier[at]! }));
  }

  async minimum(): Promise<MinimumView> {
    const row = await this.database.one<MinimumRow>(MINIMUM);
    return { minimum: row?.minimum ?? minimumGroup };
  }

  async setMinimum({ minimum }: MinimumView): Promise<MinimumView> {
    await this.database.query(SET_MINIMUM, [this.database.caller.partnershipId, minimum]);
    this.database.note({ detail: { minimum } });
    return { minimum };
  }

  private async next(round: Round): Promise<Next> {
    const earlier = await this.releases(round.id);
    const { own: closed } = await this.counted(round);
    if (round.provisional) return { closed, earlier, outcome: { release: null, refused: 'The round is not closed yet. Figures are published once, when nothing more is handed in.', changed: null } };
    return { closed, earlier, outcome: publishable(closed, await this.earlier(round.id, earlier)) };
  }

  /** All that the caller may read of it: everybody's for the partnership, for an organisation its own. */
  private async counted(round: Round): Promise<{ readonly own: Closed; readonly names: ReadonlyMap<string, string> }> {
    const { template } = round.edition;
    const { standings } = await this.reader.figures(round, {});
    const respondents = await this.reader.respondents(round, {}, ratedQuestions(template), []);
    const { minimum } = await this.minimum();
    return { own: closedOf(template, standings, respondents, minimum), names: new Map(standings.map(({ row, name }) => [row.organisation_id, name])) };
  }

  private async earlier(roundId: string, rows: readonly ReleaseRow[]): Promise<Earlier[]> {
    const bases = await this.database.query<BasisRow>(BASES, [roundId]);
    return rows.map((row) => {
      const release = contentOf(row);
      return { release, takingPart: bases.filter(({ release_id }) => release_id === row.id).map((basis) => takingPartOf(basis, release)) };
    });
  }

  private releases(roundId: string): Promise<ReleaseRow[]> {
    return this.database.query<ReleaseRow>(RELEASES, [roundId]);
  }

  private seesEverybody(): boolean {
    const { caller } = this.database;
    return may(caller, 'insight.read', { partnershipId: caller.partnershipId });
  }
}

const contentOf = ({ content }: ReleaseRow) => JSON.parse(content) as Release;

function summaryOf({ number, at, minimum, sha256: hash }: ReleaseRow): PublishedRelease {
  return { number, publishedAt: at.toISOString(), minimum, sha256: hash };
}

function basisOf({ organisationId, group, area, said }: TakingPart, { subjects }: Closed) {
  return { organisation_id: organisationId, peer_group: group, area, said: said.map((place, at) => subjects[at]!.categories[place]!.key) };
}

function takingPartOf({ organisation_id, peer_group, area, said }: BasisRow, { figures }: Release): TakingPart {
  return {
    organisationId: organisation_id, group: peer_group, area,
    said: said.map((key, at) => figures[at]!.categories.findIndex((category) => category.key === key)),
  };
}
