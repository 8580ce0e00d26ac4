import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Role } from '@attest/domain/access';
import { presetOf, type PresetKey } from '@attest/domain/exports';
import { Clock, Database, JobHandler, Jobs, KeptPieces, Mail, Refused, SiteAddress, mailText, named, say, type Attempt, type JobIds, type SignedInCaller } from '@attest/shared/api';
import { EXPORTS, type AskerRow, type ExportRow } from './made-exports.queries';
import { Progress, type Maker } from './making';
import { refuseWrong } from './wanted';

export const MAKERS = Symbol('who makes which preset');

const DAYS = 7;
const LOOK_EVERY = 500;
const UNKNOWN = 'Something went wrong while it was made. Try again; if it fails again, tell whoever runs this service.';
const NOBODY = 'Whoever asked for it no longer has a role that may take files away.';

/** What was stopped is no failure: nobody tries again. */
class Stopped extends Error {}

/** Makes the files that were asked for. Each is read at one moment and put away in pieces, never whole in memory. */
@Injectable()
export class ExportJobs {
  private readonly logger = new Logger('Exports');

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly pieces: KeptPieces,
    private readonly mail: Mail,
    private readonly site: SiteAddress,
    private readonly clock: Clock,
    @Inject(MAKERS) private readonly makers: Readonly<Record<PresetKey, Maker>>,
  ) {}

  @JobHandler('export')
  async make({ id }: JobIds, { last }: Attempt): Promise<void> {
    const asker = await this.askerOf(id!);
    if (!asker) return this.end(id!, NOBODY);
    try {
      await this.write(asker, id!);
    } catch (error) {
      if (error instanceof Stopped) return;
      // what is refused today is refused in a minute as well
      if (error instanceof Refused) return this.end(id!, [error.detail, ...faultsIn(error)].join(' '));
      this.logger.error(`File ${id} was not made: ${String(error)}`);
      if (last) await this.end(id!, UNKNOWN);
      throw error;
    }
  }

  @JobHandler('export-expiry')
  async expire({ id }: JobIds): Promise<void> {
    await this.end(id!, '');
  }

  private async write(asker: SignedInCaller, id: string): Promise<void> {
    const row = await this.begin(asker, id);
    const wanted = { preset: row.preset, audience: row.audience, ...row.wanted };
    refuseWrong(asker, wanted);
    const progress = new Progress();
    const watch = this.watch(asker, id, progress);
    try {
      const made = await this.makers[row.preset].make({ asker, roundId: row.round_id, wanted, filters: wanted.filters, reason: row.reason, progress });
      const kept = await this.pieces.keep(asker, 'export_piece', id, made.content, () => this.refuseStopped(id));
      await watch.over();
      await this.finish(asker, row, { ...kept, fileName: made.fileName, progress });
    } finally {
      await watch.over();
    }
  }

  private begin(asker: SignedInCaller, id: string): Promise<ExportRow> {
    return this.database.transaction(asker, 'write', async () => {
      const begun = await this.database.one("update app.export set state = 'running', total = 0, done = 0 where id = $1 and state in ('waiting', 'running') returning id", [id]);
      if (!begun) throw new Stopped('It is not to be made any more.');
      await this.database.query('delete from app.export_piece where export_id = $1', [id]);
      return (await this.database.one<ExportRow>(EXPORTS, [id, this.clock.now()]))!;
    });
  }

  /** With each piece: nobody can stop it before that piece is there, and so none is left behind. */
  private async refuseStopped(id: string): Promise<void> {
    if (!await this.database.one("select from app.export where id = $1 and state = 'running' for share", [id])) throw new Stopped('Somebody stopped it.');
  }

  /** Says how far it is, and hears whether it is still wanted. */
  private watch(asker: SignedInCaller, id: string, progress: Progress): { over(): Promise<void> } {
    let [isOver, looking] = [false, Promise.resolve()];
    const timer = setInterval(() => {
      looking = looking.then(async () => {
        if (isOver) return;
        const sql = "update app.export set total = $2, done = $3 where id = $1 and state = 'running' returning id";
        const [going] = await this.database.transaction(asker, 'write', () => this.database.query(sql, [id, progress.total, Math.min(progress.done, progress.total)]));
        if (!going) progress.stop(new Stopped('Somebody stopped it.'));
      }).catch((error: unknown) => this.logger.warn(`How far file ${id} is could not be said: ${String(error)}`));
    }, LOOK_EVERY);
    return { over: () => { isOver = true; clearInterval(timer); return looking; } };
  }

  private finish(asker: SignedInCaller, row: ExportRow, { bytes, sha256, fileName, progress }: { bytes: number; sha256: string; fileName: string; progress: Progress }): Promise<void> {
    return this.database.transaction(asker, 'write', async () => {
      const [now, expires] = [this.clock.now(), new Date(this.clock.now().getTime() + DAYS * 86_400_000)];
      const finished = await this.database.one(`update app.export set state = 'ready', total = $2, done = $2, file_name = $3, bytes = $4, sha256 = $5, finished_at = $6, expires_at = $7
        where id = $1 and state = 'running' returning id`, [row.id, progress.total, fileName, bytes, sha256, now, expires]);
      if (!finished) throw new Stopped('Somebody stopped it.');
      this.database.record({ action: 'export.create', route: 'POST /exports', thing: { kind: 'made-export', id: row.id }, detail: { preset: row.preset, audience: row.audience, bytes, sha256 } });
      await this.jobs.send('export-expiry', { id: row.id }, { startAfter: expires });
      await this.tell(asker, row, expires);
    });
  }

  private async tell(asker: SignedInCaller, { id, round_name, preset }: ExportRow, expires: Date): Promise<void> {
    const [partnership] = await this.database.query<{ name: string }>('select name from app.partnership');
    const what = named(presetOf(preset).name.toLowerCase());
    await this.mail.send({
      to: asker.email, about: id, subject: say`Ready: ${what} of ${named(round_name)}`,
      text: mailText({
        greets: named(asker.name),
        says: [say`The ${what} of ${named(round_name)} that you asked for is ready. It is deleted on ${expires}.`],
        link: { says: say`Sign in and download it here:`, to: this.site.link('/exports') },
        from: named(partnership!.name), because: say`You get this message because you asked Attest for this file.`,
      }),
    });
  }

  /** A job works for whoever asked for it, and sees what they see. */
  private async askerOf(id: string): Promise<SignedInCaller | null> {
    const [row] = await this.database.withoutCaller<AskerRow>('select * from app.export_asker($1)', [id]);
    if (!row) return null;
    const { partnership_id: partnershipId, person_id: personId, name, email, roles } = row;
    return { partnershipId, personId, name, email, sessionId: id, memberships: roles.map((role) => ({ partnershipId, organisationId: null, role: role as Role })) };
  }

  private async end(id: string, why: string): Promise<void> {
    await this.database.withoutCaller('select app.end_export($1, $2, $3)', [id, this.clock.now(), why]);
  }
}

const faultsIn = ({ more }: Refused): string[] => ((more['faults'] ?? []) as { detail: string }[]).map(({ detail }) => detail);
