import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Template } from '@attest/domain/questionnaire';
import { OrganisationsService, hashPassword } from '@attest/people/api';
import { Clock, Database } from '@attest/shared/api';
import { TemplatesService, libraryTemplates, type TemplateVersion } from '@attest/templates/api';
import { FoundingService } from '../founding/founding.service';
import { accounts, password } from './accounts';
import { Afterwards } from './afterwards';
import { pastEditions } from './editions';
import { agencies, areas, schools, type DemonstrationOrganisation } from './organisations';
import { rounds, type DemonstrationRound } from './rounds';
import { PlanFiller } from './plan-filler';
import { RoundFiller, type Participant } from './round-filler';

const PARTNERSHIP = 'Northbank and Seaholm Safeguarding Children Partnership';

/** Fills an empty platform with the demonstration partnership, by the front door (see decision 004). */
@Injectable()
export class Demonstration {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisations: OrganisationsService,
    private readonly founding: FoundingService,
    private readonly templates: TemplatesService,
    private readonly filler: RoundFiller,
    private readonly plans: PlanFiller,
    private readonly afterwards: Afterwards,
  ) {}

  /** All of it or nothing: whoever stops the start in the middle finds an empty platform the next time. Answers whether there was anything to do. */
  load(say: (line: string) => void): Promise<boolean> {
    const [{ email, name }] = accounts;
    return this.founding.found({ partnershipName: PARTNERSHIP, areas: [...areas], name, email, password }, true, () => this.fill(say));
  }

  private async fill(say: (line: string) => void): Promise<void> {
    say('Loading the demonstration partnership…');
    const participants = await this.enlist();
    await this.enrol(participants);
    const versions = await this.publish();
    const before = new Map<string, string>();
    for (const round of rounds(this.clock.today())) {
      const version = versions.get(`${round.code} ${round.edition}`)!;
      const filled = await this.filler.fill(round, version, before.get(round.code) ?? null, participantsOf(round, participants));
      before.set(round.code, filled.id);
      // of the years before, what was planned has long been done
      if (round.yearsAgo <= 1) await this.plans.fill(filled);
      if (round.yearsAgo === 1) await this.afterwards.follow(filled);
      say(`  ${round.name}`);
    }
  }

  private async enlist(): Promise<Participant[]> {
    const known = await this.organisations.areas();
    const participants: Participant[] = [...schools(), ...agencies()].map((organisation) => {
      const area = organisation.area === null ? null : known.find(({ laCode }) => laCode === areas[organisation.area!].laCode)!;
      return { ...organisation, id: uuid(), areaId: area?.id ?? null, areaName: area?.name ?? null };
    });
    const idOf = new Map(participants.map(({ urn, id }) => [urn, id]));
    await this.organisations.enlist(participants.map((one) => ({
      id: one.id, kind: one.kind, name: one.name, urn: one.urn, phase: one.phase, sector: one.sector, type: one.type, features: one.features,
      areaId: one.areaId, trust: one.trust, head: one.kind === 'school' ? headOf(one) : null, pupils: one.pupils, postcode: '',
      openedOn: one.openedOn, closedOn: one.closedOn, predecessorId: one.follows ? idOf.get(one.follows) ?? null : null,
      fromOn: one.openedOn ?? '2020-09-01', toOn: one.closedOn,
    })));
    return participants;
  }

  private async enrol(participants: readonly Participant[]): Promise<void> {
    const hash = await hashPassword(password);
    const idOf = new Map(participants.map(({ name, id }) => [name, id]));
    for (const { email, name, role, organisation } of accounts.slice(1)) {
      await this.database.query('select app.enrol($1, $2, $3, $4, $5, true, $6, $7)',
        [uuid(), uuid(), email, name, hash, organisation === null ? null : idOf.get(organisation), role]);
    }
  }

  private async publish(): Promise<Map<string, TemplateVersion>> {
    const versions = new Map<string, TemplateVersion>();
    // past editions only of what was asked in past years
    const asked = new Set<string>(rounds(this.clock.today()).map(({ code }) => code));
    for (const template of libraryTemplates.flatMap((current) => (asked.has(current.code) ? oneAfterTheOther([...pastEditions(current).reverse(), current]) : [current]))) {
      versions.set(`${template.code} ${template.edition}`, await this.templates.publish(template));
    }
    return versions;
  }
}

/** Each follows the one before, so that everybody can see what changed. */
const oneAfterTheOther = (editions: readonly Template[]): Template[] =>
  editions.map((template, at) => (at === 0 ? template : { ...template, follows: editions[at - 1]!.edition }));

/** Who took part when the round opened. */
function participantsOf(round: DemonstrationRound, all: readonly Participant[]): Participant[] {
  return all.filter(({ kind, openedOn, closedOn }) =>
    kind === round.audience && (!openedOn || openedOn <= round.opensOn) && (!closedOn || closedOn >= round.opensOn));
}

const heads = ['Mrs R Wilkins', 'Mr D Mistry', 'Ms A Nowak', 'Mr P Lamb', 'Mrs S Okafor', 'Ms C Tait', 'Mr J Robson'];
const headOf = ({ name }: DemonstrationOrganisation) => heads[name.length % heads.length]!;
