import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { applyChanges, registerChanges, type Establishment, type RegisterChanges, type RegisteredSchool } from '@attest/domain/register';
import { Clock } from '@attest/shared/api';
import type { EnlistedOrganisation } from './enlisted-organisation';
import { OrganisationsQueries } from './organisations.queries';
import { OrganisationsService } from './organisations.service';
import { RegisterQueries, columnsOf, type Settlement } from './register.queries';

/** A school as it will stand, where it takes part, and since or until when. */
type Standing = RegisteredSchool & Settlement & { readonly predecessorId: string | null };

/** The schools of the partnership, beside what the national register says of them. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly queries: RegisterQueries,
    private readonly organisations: OrganisationsService,
    private readonly places: OrganisationsQueries,
    private readonly clock: Clock,
  ) {}

  /** Whether a row is about us: it is in our areas, or it is a school we hold that has moved away. */
  async concerns(): Promise<(laCode: string, urn: string) => boolean> {
    const laCodes = new Set(await this.laCodes());
    const urns = new Set((await this.queries.schools()).map(({ urn }) => urn));
    return (laCode, urn) => laCodes.has(laCode) || urns.has(urn);
  }

  async changesFrom(establishments: readonly Establishment[]): Promise<RegisterChanges> {
    return registerChanges(await this.queries.schools(), establishments, await this.laCodes(), this.clock.today());
  }

  async carryOut({ changes }: RegisterChanges): Promise<void> {
    const current = await this.queries.schools();
    const untouched = new Set(current);
    const touched = applyChanges(current, changes, uuid).filter((school) => !untouched.has(school));
    const held = new Set(current.map(({ urn }) => urn));
    const known = await this.queries.known(touched.map(({ urn }) => urn).filter((urn) => !held.has(urn)));
    const idOf = new Map([...current, ...touched].map(({ urn, id }) => [urn, known.get(urn) ?? id]));
    const areaOf = new Map((await this.places.areas()).map(({ laCode, id }) => [laCode, id]));
    const standing = touched.map((school): Standing => {
      const areaId = areaOf.get(school.laCode) ?? null;
      const takesPart = areaId !== null && school.status !== 'closed';
      const predecessorId = school.predecessorUrn === null ? null : idOf.get(school.predecessorUrn) ?? null;
      return { ...school, id: idOf.get(school.urn)!, areaId, takesPart, predecessorId, on: this.dayOf(school, takesPart) };
    });
    const isNew = ({ urn }: Standing) => !held.has(urn) && !known.has(urn);
    await this.organisations.enlist(standing.filter(isNew).map(enlistedFrom));
    await this.queries.settle(standing.filter((school) => !isNew(school)));
    await this.queries.update(standing.filter((school) => !isNew(school)));
    await this.queries.followTrusts();
  }

  /** An academy takes over on the day it opens, so that no day is nobody's; any other newcomer from the day we hear of it. */
  private dayOf({ predecessorUrn, openedOn, status, closedOn }: RegisteredSchool, takesPart: boolean): string {
    const today = this.clock.today();
    if (takesPart) return predecessorUrn === null ? today : openedOn ?? today;
    return (status === 'closed' ? closedOn : null) ?? today;
  }

  private async laCodes(): Promise<string[]> {
    return (await this.places.areas()).map(({ laCode }) => laCode);
  }
}

function enlistedFrom(school: Standing): EnlistedOrganisation {
  const { id, name, urn, phase, type, features, status, areaId, pupils, openedOn, closedOn, predecessorId, on } = school;
  return {
    id, name, urn, phase, type, features, status, areaId, pupils, openedOn, closedOn, predecessorId, ...columnsOf(school),
    kind: 'school', sector: null, fromOn: on, toOn: null,
  };
}
