import { Injectable } from '@nestjs/common';
import { Clock, Database, JobHandler, Jobs, named, say, type JobIds, type SignedInCaller } from '@attest/shared/api';
import { SigningMail, type Telling } from '../signing/signing-mail';

/** Returns that are told of in one transaction. */
const AT_ONCE = 20;

interface ToldReturn {
  readonly submission_id: string;
  readonly organisation_id: string;
  readonly round_name: string;
  readonly organisation_name: string;
  /** The round came back to the questions it had asked before. */
  readonly back: boolean;
  readonly kept: number;
  readonly to_check: number;
  readonly set_aside: number;
  readonly added: number;
}

/** Tells those who answer a return they have begun that its questions have changed. A round has hundreds of returns, so it is told after the request. */
@Injectable()
export class CarryTelling {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly mail: SigningMail,
    private readonly clock: Clock,
  ) {}

  /** In the transaction in which the round goes over, or comes back. */
  async ask(carryOverId: string): Promise<void> {
    await this.jobs.send('carry-telling', { carryOver: carryOverId });
  }

  /** Each return is told of once, however often the job is done: that it was stands in the commit with the messages. */
  @JobHandler('carry-telling')
  async tell({ carryOver: id }: JobIds): Promise<void> {
    const caller = await this.teller(id!);
    if (!caller) return;
    for (let told = AT_ONCE; told === AT_ONCE;) told = await this.database.transaction(caller, 'write', () => this.tellNext(id!));
  }

  private async tellNext(id: string): Promise<number> {
    const rows = await this.database.query<ToldReturn>('select * from app.carried_to_tell($1, $2, $3)', [id, this.clock.now(), AT_ONCE]);
    for (const row of rows) await this.mail.tell(await this.mail.people(row.organisation_id, ['lead', 'contributor']), row.submission_id, row.back ? cameBack(row) : wentOver(row));
    return rows.length;
  }

  /** Somebody of the business unit, which it is the business of. */
  private async teller(id: string): Promise<SignedInCaller | null> {
    const [row] = await this.database.withoutCaller<{ partnership_id: string; person_id: string; name: string }>('select * from app.carry_teller($1)', [id]);
    if (!row) return null;
    const { partnership_id: partnershipId, person_id: personId, name } = row;
    return { partnershipId, personId, name, email: '', sessionId: id, memberships: [{ partnershipId, organisationId: null, role: 'business-unit' }] };
  }
}

const answers = ({ organisation_name }: ToldReturn) => say`You get this message because you answer for ${named(organisation_name)} in Attest.`;

function wentOver(row: ToldReturn): Telling {
  const [round, organisation] = [named(row.round_name), named(row.organisation_name)];
  return {
    subject: say`The questions have changed: ${round}, ${organisation}`,
    says: [
      say`The ${round} has gone over to a newer version of its questions. Nothing that was written in the return of ${organisation} is lost.`,
      say`Answers that stay as they are: ${row.kept}. Answers to check, because their question has other words now: ${row.to_check}. Answers set aside, because their question is asked no more or in another way: ${row.set_aside}. Questions asked for the first time: ${row.added}.`,
    ],
    link: { says: say`See what changed and what is left to do:`, path: `/returns/${row.submission_id}/changed` },
    because: answers(row),
  };
}

function cameBack(row: ToldReturn): Telling {
  const [round, organisation] = [named(row.round_name), named(row.organisation_name)];
  return {
    subject: say`The questions are as they were: ${round}, ${organisation}`,
    says: [say`The ${round} has come back to the questions that it asked before, and every answer of ${organisation} stands as it did.`],
    link: { says: say`Go on with the return:`, path: `/returns/${row.submission_id}` },
    because: answers(row),
  };
}
