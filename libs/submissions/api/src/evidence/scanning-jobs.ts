import { Injectable } from '@nestjs/common';
import type { Role } from '@attest/domain/access';
import { Database, JobHandler, type JobIds, type SignedInCaller } from '@attest/shared/api';
import { FileStore } from './file-store';
import { Scanner } from './scanner';

interface Bringer { readonly number: number; readonly partnership_id: string; readonly person_id: string; readonly organisation_id: string; readonly name: string; readonly role: Role }

/** Looks for malware in what was brought. While clamd is away, files wait and nobody gets them; a job that is given up is asked for again by whoever wants the file. */
@Injectable()
export class ScanningJobs {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly scanner: Scanner,
  ) {}

  @JobHandler('evidence-scan')
  async scan({ evidence: evidenceId }: JobIds): Promise<void> {
    if (!this.scanner.on) return;
    for (let next: Bringer | null; (next = await this.nextOf(evidenceId!)) !== null;) {
      const { number } = next;
      const bringer = callerFrom(next, evidenceId!);
      const verdict = await this.scanner.scan(this.files.pieces(bringer, { evidenceId: evidenceId!, number }));
      await this.judge(bringer, evidenceId!, number, verdict.clean ? null : verdict.what);
    }
  }

  /** The first revision that has not been looked at, and whom it is looked at for. */
  private async nextOf(evidenceId: string): Promise<Bringer | null> {
    const [row] = await this.database.withoutCaller<Bringer>('select * from app.evidence_bringer($1)', [evidenceId]);
    return row ?? null;
  }

  private judge(bringer: SignedInCaller, evidenceId: string, number: number, threat: string | null): Promise<void> {
    return this.database.transaction(bringer, 'write', async () => {
      const judged = await this.database.one<{ judged: boolean }>('select app.judge_evidence($1, $2, $3, $4) as judged', [evidenceId, number, threat === null ? 'clean' : 'infected', threat]);
      if (!judged?.judged) throw new Error('The file was judged or deleted meanwhile.');
      const organisationId = bringer.memberships[0]!.organisationId;
      // that a file was clean is nothing to tell
      if (threat !== null) this.database.record({ action: 'submission.answer', route: 'malware-found', thing: { kind: 'evidence', id: evidenceId }, organisationId, detail: { revision: number, threat } });
    });
  }
}

function callerFrom({ partnership_id: partnershipId, person_id: personId, organisation_id: organisationId, name, role }: Bringer, sessionId: string): SignedInCaller {
  return { partnershipId, personId, name, email: '', sessionId, memberships: [{ partnershipId, organisationId, role }] };
}
