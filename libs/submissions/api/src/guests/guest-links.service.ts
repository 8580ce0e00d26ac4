import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { askedQuestions } from '@attest/domain/questionnaire';
import { guestLinkProblems, lastGuestDay, usualGuestDay } from '@attest/domain/sharing';
import { Clock, Database, Refused, SiteAddress, hashOf, notFound } from '@attest/shared/api';
import { closedBecause, lastDay } from '../moves';
import { SharingService } from '../sharing/sharing.service';
import type { SharedReturn } from '../sharing/sharing.queries';
import { SubmissionsService } from '../submissions.service';
import { GuestMail } from './guest-mail';
import { FORGET, GIVE, LINK, LINKS_OF_RETURN, REVOKE, type LinkRow } from './guest.queries';
import type { GivenGuestLink, GuestLinkView, GuestLinksView, NewGuestLink } from './guests.dto';

/** Links by which somebody without an account answers some questions of a return. Whoever may answer it gives them, and takes them back. */
@Injectable()
export class GuestLinksService {
  constructor(
    private readonly database: Database,
    private readonly sharing: SharingService,
    private readonly submissions: SubmissionsService,
    private readonly mail: GuestMail,
    private readonly site: SiteAddress,
    private readonly clock: Clock,
  ) {}

  async list(id: string): Promise<GuestLinksView> {
    return this.view(id, await this.sharing.shared(id));
  }

  async give(id: string, wanted: NewGuestLink): Promise<GivenGuestLink> {
    const row = await this.sharing.arrangeable(id);
    const questionIds = [...new Set(wanted.questionIds)];
    const asked = await this.asked(id, questionIds);
    this.refuseUnlessSound(row, wanted, questionIds.length, asked.length);
    const [linkId, token] = [uuid(), randomBytes(32).toString('base64url')];
    const { partnershipId, personId, name } = this.database.caller;
    await this.database.query(GIVE, [
      partnershipId, linkId, id, row.organisation_id, questionIds, wanted.name.trim(), wanted.email, wanted.note.trim(), hashOf(token), wanted.untilOn, personId, name, this.clock.now(),
    ]);
    this.database.note({ thing: { kind: 'guest-link', id: linkId }, detail: { questions: questionIds.length, until: wanted.untilOn } });
    // behind the #, which no browser sends to anybody
    const link = this.site.link(`/guest#${token}`);
    await this.mail.send({ id: linkId, row, name: wanted.name.trim(), email: wanted.email, questions: asked, until: wanted.untilOn, by: name, link });
    return { ...(await this.view(id, row)), id: linkId, link: link.href };
  }

  /** Whether or not the return still takes answers. */
  async revoke(linkId: string): Promise<GuestLinksView> {
    const { id, row } = await this.link(linkId);
    const { personId, name } = this.database.caller;
    await this.database.query(REVOKE, [linkId, this.clock.now(), personId, name]);
    return this.view(id, row);
  }

  /** A guest who asks for it: a label stands in place of the name, and the address is gone. */
  async forget(linkId: string): Promise<GuestLinksView> {
    const { id, row } = await this.link(linkId);
    await this.database.query(FORGET, [linkId, `Former guest ${randomBytes(2).toString('hex').toUpperCase()}`]);
    return this.view(id, row);
  }

  private async link(linkId: string): Promise<{ readonly id: string; readonly row: SharedReturn }> {
    const link = await this.database.one<LinkRow>(LINK, [linkId]);
    if (!link) throw notFound();
    const row = await this.sharing.shared(link.submission_id);
    if (!this.sharing.mayAnswer(row)) throw notFound();
    return { id: link.submission_id, row };
  }

  /** Of these questions, those that are asked now, by number and title. */
  private async asked(id: string, questionIds: readonly string[]): Promise<string[]> {
    const { version, profile, answers } = await this.submissions.contents(id);
    return askedQuestions(version.template, profile, answers).flatMap(({ questions }) => questions)
      .filter(({ key }) => questionIds.includes(version.questionIds.get(key)!)).map(({ ref, title }) => `${ref} ${title}`);
  }

  private refuseUnlessSound(row: SharedReturn, { name, untilOn }: NewGuestLink, questions: number, asked: number): void {
    const faults = guestLinkProblems({ name, questions, asked, untilOn, today: this.clock.today(), finalOn: lastDay(row) });
    if (faults.length > 0) throw new Refused('invalid-request', 'This cannot be given to a guest so. Nothing was sent.', { faults });
  }

  private async view(id: string, row: SharedReturn): Promise<GuestLinksView> {
    const today = this.clock.today();
    const rows = await this.database.query<LinkRow>(LINKS_OF_RETURN, [id]);
    const may = this.sharing.mayAnswer(row);
    const open = closedBecause(row, today) === null;
    return {
      links: rows.map((each) => linkView(each, open && each.until_on >= today)), today, lastDay: lastGuestDay(today, lastDay(row)), usualDay: usualGuestDay(today, lastDay(row)),
      moves: [...(may && open ? ['give'] as const : []), ...(may ? ['revoke'] as const : [])],
    };
  }
}

function linkView(row: LinkRow, inTime: boolean): GuestLinkView {
  return {
    id: row.id, name: row.name, email: row.email, questionIds: [...row.question_ids], untilOn: row.until_on, givenBy: row.given_by_name, givenAt: row.given_at.toISOString(),
    usedAt: row.used_at?.toISOString() ?? null, works: inTime && row.revoked_at === null, revokedBy: row.revoked_by_name, forgotten: row.forgotten_at !== null,
    answered: row.answered.length, unchecked: [...row.unchecked],
  };
}
