import { Injectable } from '@nestjs/common';
import { may } from '@attest/domain/access';
import { Clock, Database, notFound } from '@attest/shared/api';
import type { ShownView } from './evidence.dto';
import { SHOWN, SIGNED_IN_ROUND, type RevisionRow, type ShownRow, type SignedRow } from './evidence.queries';
import { Scanner } from './scanner';
import { shownView } from './views';

/** Evidence as it is read beside the answers: by the organisation's own people, and by whoever reads what it signed. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly database: Database,
    private readonly scanner: Scanner,
    private readonly clock: Clock,
  ) {}

  /** By question. Whoever may read the return may read what stands beside its answers. */
  async shownIn(submissionId: string): Promise<ReadonlyMap<string, ShownView[]>> {
    return this.byQuestion(await this.database.query<ShownRow>(SHOWN, [submissionId]));
  }

  /** By return, whoever handed in: what was signed for these questions, and nothing that came later. */
  async signedIn(roundId: string, questionIds: readonly string[]): Promise<ReadonlyMap<string, ShownView[]>> {
    const rows = await this.database.query<SignedRow>(SIGNED_IN_ROUND, [roundId, questionIds]);
    return this.grouped(rows, ({ submission_id }) => submission_id);
  }

  byQuestion(rows: readonly ShownRow[]): ReadonlyMap<string, ShownView[]> {
    return this.grouped(rows, ({ question_id }) => question_id);
  }

  /** Row-level security lets through one's own, and of others what they signed; the policy says whose role reads returns at all. */
  async revision(id: string, number: number): Promise<RevisionRow> {
    const row = await this.database.one<RevisionRow & { readonly readers: readonly string[]; readonly organisation_id: string }>(`
      select v.*, array(select v.organisation_id union select h.id from app.organisation h where h.predecessor_id = v.organisation_id) as readers
      from app.evidence_revision v where v.evidence_id = $1 and v.number = $2 and v.sha256 is not null`, [id, number]);
    const { caller } = this.database;
    const mayRead = row?.readers.some((organisationId) => may(caller, 'submission.read', { partnershipId: caller.partnershipId, organisationId }));
    if (!row || !mayRead) throw notFound();
    this.database.note({ organisationId: row.organisation_id, detail: { revision: number } });
    return row;
  }

  private grouped<Row extends ShownRow>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, ShownView[]> {
    const views = new Map<string, ShownView[]>();
    for (const row of rows) views.set(keyOf(row), [...(views.get(keyOf(row)) ?? []), shownView(row, this.clock.today(), this.scanner.on)]);
    return views;
  }
}
