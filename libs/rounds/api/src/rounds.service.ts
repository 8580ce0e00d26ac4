import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { may } from '@attest/domain/access';
import { inAudience, movesFrom, roundMoves, roundReference, stateAfter } from '@attest/domain/lifecycle';
import { groupInWords, progressOf, signOffOf, type Template } from '@attest/domain/questionnaire';
import { peerGroupOf } from '@attest/domain/rollup';
import { profileOf } from '@attest/people/api';
import { Clock, Database, Refused, notFound, type Fault } from '@attest/shared/api';
import { TemplatesService } from '@attest/templates/api';
import { AudienceQueries, type Asked, type Candidate } from './audience.queries';
import { boardOf } from './board';
import { dateFaults } from './new-round-faults';
import type { Audience, AudienceQuery, AudienceView, BoardView, NewRound, RoundView } from './rounds.dto';
import { RoundsQueries, type RoundRow } from './rounds.queries';

/** The moves that have a route. */
const offered = ['open', 'close'] as const;
type Offered = (typeof offered)[number];

@Injectable()
export class RoundsService {
  constructor(
    private readonly database: Database,
    private readonly queries: RoundsQueries,
    private readonly audiences: AudienceQueries,
    private readonly templates: TemplatesService,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<RoundView[]> {
    return (await this.queries.list()).map((row) => this.viewOf(row));
  }

  async read(id: string): Promise<RoundView> {
    return this.viewOf(await this.found(id));
  }

  async draft(round: NewRound): Promise<RoundView> {
    const template = await this.publishedTemplate(round.templateVersionId);
    const name = round.name.trim();
    const faults = [
      ...(await this.nameFaults(name)),
      ...dateFaults(round, this.clock.today()),
      ...(await this.audienceFaults(round.audience, template.audience)),
    ];
    if (faults.length > 0) throw notAccepted('The round cannot be drafted like this. Nothing was changed.', faults);
    const id = uuid();
    await this.queries.insert({
      id, name, versionId: round.templateVersionId, opensOn: round.opensOn, dueOn: round.dueOn, finalOn: round.finalOn, audience: round.audience,
      reference: roundReference(template, await this.queries.references()),
      previousId: await this.queries.previous(template.code, round.opensOn),
    });
    return this.read(id);
  }

  async audienceOf({ templateVersionId, audience }: AudienceQuery): Promise<AudienceView> {
    const template = await this.publishedTemplate(templateVersionId);
    const candidates = await this.audiences.takingPart(template.audience, this.clock.today());
    const members = candidates.filter((one) => inAudience(audience, one));
    return {
      count: members.length,
      organisations: members.map((one) => ({ id: one.id, name: one.name, group: groupInWords(one), area: one.areaName })),
      types: [...new Set(candidates.map(({ type }) => type))].filter((type) => type !== '').sort(),
    };
  }

  /** Freezes who is asked, as they are today, and gives each of them an empty return. */
  async open(id: string): Promise<RoundView> {
    const round = await this.found(id);
    const today = this.clock.today();
    await this.move(round, 'open');
    if (today > round.finalOn) {
      throw notAccepted('The round can no longer be opened.', [{ where: 'finalOn', detail: 'The final date has passed: draft the round again with later dates.' }]);
    }
    const candidates = (await this.audiences.takingPart(round.kind, today)).filter((one) => inAudience(round.audience, one));
    if (candidates.length === 0) throw notAccepted('The round can no longer be opened.', [nobody]);
    const { template } = await this.templates.version(round.versionId);
    await this.audiences.ask({ roundId: id, versionId: round.versionId, on: today }, askedOf(template, candidates));
    await this.queries.countDenominator(id, candidates.length, today);
    return this.read(id);
  }

  async close(id: string): Promise<RoundView> {
    await this.move(await this.found(id), 'close');
    return this.read(id);
  }

  async board(id: string): Promise<BoardView> {
    const round = await this.found(id);
    const now = { today: this.clock.today(), asOf: this.clock.now().toISOString() };
    const { template } = await this.templates.pinned(round.versionId);
    return boardOf(this.viewOf(round), signOffOf(template), await this.queries.members(id), now);
  }

  private async found(id: string): Promise<RoundRow> {
    const row = await this.queries.find(id);
    if (!row) throw notFound();
    return row;
  }

  private async publishedTemplate(versionId: string) {
    const found = (await this.templates.published()).find((one) => one.versionId === versionId);
    if (!found) throw notFound();
    return found;
  }

  private async nameFaults(name: string): Promise<Fault[]> {
    if (name.length < 3) return [{ where: 'name', detail: 'Give the round a name of three characters or more.' }];
    return (await this.queries.nameIsTaken(name)) ? [{ where: 'name', detail: `There is a round called "${name}" already. Choose another name.` }] : [];
  }

  private async audienceFaults(audience: Audience, kind: Candidate['kind']): Promise<Fault[]> {
    const areas = await this.queries.areaIds();
    if (audience.areaIds.some((id) => !areas.includes(id))) return [{ where: 'audience.areaIds', detail: 'Choose areas of this partnership.' }];
    const candidates = await this.audiences.takingPart(kind, this.clock.today());
    return candidates.some((one) => inAudience(audience, one)) ? [] : [nobody];
  }

  private async move({ id, state }: RoundRow, move: Offered): Promise<void> {
    const to = stateAfter(roundMoves, move, state);
    if (to === null || !(await this.queries.move(id, state, to))) {
      throw move === 'close' && state === 'draft'
        ? new Refused('round-not-open', 'The round has not opened yet, so it cannot be closed.')
        : new Refused('already-done', `Somebody has done this already: the round was ${move === 'open' ? 'opened' : 'closed'} before. Reload the page to see it.`);
    }
  }

  private viewOf({ versionId, code, title, edition, kind, previousId, previousName, submitted, ...round }: RoundRow): RoundView {
    const { caller } = this.database;
    const manages = may(caller, 'round.manage', { partnershipId: caller.partnershipId });
    return {
      ...round,
      template: { versionId, code, title, edition, audience: kind },
      submitted: round.state === 'draft' ? null : submitted,
      previousRound: previousId === null ? null : { id: previousId, name: previousName ?? '' },
      moves: manages ? offered.filter((move) => movesFrom(roundMoves, round.state).includes(move)) : [],
    };
  }
}

const nobody: Fault = { where: 'audience', detail: 'Nobody who takes part today is in this audience. Choose more areas, phases, sectors or types.' };

const notAccepted = (detail: string, faults: readonly Fault[]) => new Refused('round-not-accepted', detail, { faults });

/** How much is required depends on the profile alone, and many schools share one. */
function askedOf(template: Template, candidates: readonly Candidate[]): Asked[] {
  const counted = new Map<string, number>();
  return candidates.map((one) => {
    const profile = profileOf(one);
    const key = JSON.stringify(profile);
    const required = counted.get(key) ?? progressOf(template, profile, {}).required;
    counted.set(key, required);
    return { ...one, required, memberId: uuid(), submissionId: uuid(), peerGroup: peerGroupOf(profile)?.key ?? '' };
  });
}
