import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock, Database, Refused, codeAsMade, hashOf, notFound, readableCode } from '@attest/shared/api';
import { TakingOver } from '@attest/templates/api';
import type { JointAcceptance, JointCode, JointInvitation, JointInvitationView, JointLeaving, JointRoundChoice, JointRoundView, NewJointCode, NewJointInvitation, NewJointRound } from './joint.dto';
import { JointQueries, type InvitationRow, type JointRow, type OfferRow, type PartnerRow } from './joint.queries';

const DAYS = 30;

/** Rounds run jointly with other partnerships: each keeps its own, and nothing of it is read by another. */
@Injectable()
export class JointService {
  constructor(
    private readonly database: Database,
    private readonly queries: JointQueries,
    private readonly takingOver: TakingOver,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<JointRoundView[]> {
    const [rows, partners, invitations] = [await this.queries.list(), await this.queries.partners(), await this.queries.invitations()];
    const views: JointRoundView[] = [];
    for (const row of rows) views.push(await this.viewOf(row, partners, invitations));
    return views;
  }

  async read(id: string): Promise<JointRoundView> {
    const row = await this.found(id);
    return this.viewOf(row, await this.queries.partners(), await this.queries.invitations());
  }

  async begin({ roundId, name }: NewJointRound): Promise<JointRoundView> {
    await this.refuseUnlessFree(roundId);
    const id = uuid();
    await this.queries.begin(id, name.trim(), roundId, this.clock.now());
    return this.read(id);
  }

  async invite(id: string, { forWhom }: NewJointInvitation): Promise<NewJointCode> {
    const { state, place } = await this.found(id);
    if (state !== 'accepted' || place !== 1) throw new Refused('not-allowed', 'The partnership that began a joint round invites the others, as long as it is in it.');
    const [code, now] = [readableCode(), this.clock.now()];
    const expires = new Date(now.getTime() + DAYS * 24 * 3600 * 1000);
    await this.queries.invite(uuid(), id, forWhom.trim(), hashedCode(code), now, expires);
    return { code, expiresAt: expires.toISOString() };
  }

  async withdraw(id: string, invitationId: string): Promise<JointRoundView> {
    await this.found(id);
    const invitation = (await this.queries.invitations()).find((one) => one.id === invitationId && one.jointRoundId === id);
    if (!invitation) throw notFound();
    if (!(await this.queries.withdrawInvitation(invitationId, id, this.clock.now()))) throw new Refused('already-done', 'This code has been answered or withdrawn already.');
    return this.read(id);
  }

  async look({ code }: JointCode): Promise<JointInvitationView> {
    const { name, by, editions, contentHash } = await this.offer(code);
    const template = editions.at(-1)!;
    const obstacle = await this.takingOver.obstacleTo(template);
    return {
      name, by, template: { title: template.title, edition: template.edition },
      known: (await this.takingOver.known(template)) !== null, refused: obstacle, rounds: await this.queries.rounds(contentHash),
    };
  }

  async accept({ code, roundId }: JointAcceptance): Promise<JointRoundView> {
    const { editions, contentHash } = await this.offer(code);
    await this.takingOver.takeOver(editions);
    if (roundId !== null) await this.refuseUnlessOn(contentHash, roundId);
    const id = await this.queries.accept(hashedCode(code), uuid(), roundId, this.clock.now());
    if (id === null) throw codeNotGood();
    this.database.note({ thing: { kind: 'joint-round', id } });
    return this.read(id);
  }

  async decline({ code }: JointCode): Promise<void> {
    if (!(await this.queries.decline(hashedCode(code), this.clock.now()))) throw codeNotGood();
  }

  async chooseRound(id: string, { roundId }: JointRoundChoice): Promise<JointRoundView> {
    const row = await this.found(id);
    if (!mayChoose(row)) throw new Refused('already-done', 'The round cannot be changed any more: its figures have been shared, or you have left.');
    await this.refuseUnlessOn(row.contentHash, roundId);
    await this.queries.chooseRound(id, roundId);
    return this.read(id);
  }

  async leave(id: string, { reason }: JointLeaving): Promise<JointRoundView> {
    await this.found(id);
    if (!(await this.queries.leave(id, reason.trim(), this.clock.now()))) throw new Refused('already-done', 'You have left this joint round already.');
    this.database.note({ detail: { reason: reason.trim() } });
    return this.read(id);
  }

  private async found(id: string): Promise<JointRow> {
    const row = await this.queries.find(id);
    if (!row) throw notFound();
    return row;
  }

  private async offer(code: string): Promise<OfferRow> {
    const offer = await this.queries.offer(hashedCode(code), this.clock.now());
    if (!offer) throw codeNotGood();
    return offer;
  }

  private async refuseUnlessFree(roundId: string): Promise<void> {
    const state = await this.queries.roundState(roundId);
    if (state === null) throw notFound();
    if (state === 'joint') throw new Refused('already-done', 'This round is run jointly already. A round is in one joint round at a time.');
  }

  private async refuseUnlessOn(contentHash: string, roundId: string): Promise<void> {
    await this.refuseUnlessFree(roundId);
    const fits = (await this.queries.rounds(contentHash)).some(({ id }) => id === roundId);
    if (!fits) throw new Refused('round-not-accepted', 'This round asks another version of the questionnaire, so it could not be compared. Choose a round on the version of the joint round.');
  }

  private async viewOf(row: JointRow, partners: readonly PartnerRow[], invitations: readonly InvitationRow[]): Promise<JointRoundView> {
    const { id, name, state, place, title, edition, versionId, roundId, roundName, contentHash } = row;
    const isIn = state === 'accepted';
    return {
      id, name, state, begun: place === 1, template: { title: title ?? '', edition: edition ?? '' }, templateVersionId: versionId,
      round: roundId === null ? null : { id: roundId, name: roundName! },
      rounds: mayChoose(row) ? await this.queries.rounds(contentHash) : [],
      partners: partners.filter((one) => one.id === id).map(({ id: _, ...partner }) => partner),
      invitations: invitations.filter((one) => one.jointRoundId === id).map((one) => this.invitationOf(one)),
      moves: isIn ? [...(place === 1 ? ['invite' as const] : []), ...(mayChoose(row) ? ['choose-round' as const] : []), 'leave'] : [],
    };
  }

  private invitationOf({ id, forWhom, state, expiresAt, answeredAt }: InvitationRow): JointInvitation {
    const over = state === 'open' && expiresAt <= this.clock.now();
    return { id, forWhom, state: over ? 'expired' : state, expiresAt: expiresAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null };
  }
}

const mayChoose = ({ state, hasShared }: JointRow) => state === 'accepted' && !hasShared;
const hashedCode = (code: string) => hashOf(codeAsMade(code));
const codeNotGood = () => new Refused('link-not-good', 'This code is not good: it was mistyped, used, withdrawn, or is over. Ask the partnership that gave it to you for another.');
