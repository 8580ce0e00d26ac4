import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { titleFrom } from '@attest/domain/evidence';
import { Database, Jobs, Refused, type SignedInCaller } from '@attest/shared/api';
import { Arriving, type Arrived } from './arriving';
import type { EvidenceView } from './evidence.dto';
import { FileStore, hashOfFile } from './file-store';
import type { Inspected } from './inspecting/inspected';
import { LibraryService, type Content } from './library.service';
import { ReadingService } from './reading.service';
import { Scanner } from './scanner';
import { mayLeave } from './views';

/** Files in and out. What is slow happens between short transactions. */
@Injectable()
export class FilesService {
  constructor(
    private readonly database: Database,
    private readonly arriving: Arriving,
    private readonly library: LibraryService,
    private readonly reading: ReadingService,
    private readonly files: FileStore,
    private readonly scanner: Scanner,
    private readonly jobs: Jobs,
  ) {}

  add(caller: SignedInCaller, organisationId: string, file: Arrived | undefined): Promise<EvidenceView> {
    return this.taken(caller, file, async () => this.library.refuseUnlessMayWrite(organisationId), async (inspected) => {
      const details = { title: titleFrom(inspected.name), owner: caller.name, reviewBy: null };
      return this.kept(organisationId, inspected, await this.library.add(organisationId, 'file', details, this.contentOf(inspected)));
    });
  }

  revise(caller: SignedInCaller, id: string, file: Arrived | undefined): Promise<EvidenceView> {
    return this.taken(caller, file, () => this.refuseUnlessFile(id), async (inspected) => {
      const view = await this.library.revise(id, this.contentOf(inspected));
      return this.kept(view.organisation.id, inspected, view);
    });
  }

  async download(caller: SignedInCaller, id: string, number: number): Promise<StreamableFile> {
    const row = await this.database.transaction(caller, 'read', () => this.reading.revision(id, number));
    if (!mayLeave(row, this.scanner.on)) {
      await this.askForScan(caller, id);
      throw new Refused('not-scanned-yet', row.scan === 'infected'
        ? 'Malware was found in this file, so it was removed. Ask the organisation to bring it again.'
        : 'This file has not been checked for malware yet. Try again in a few minutes.');
    }
    return new StreamableFile(Readable.from(this.files.pieces(caller, { evidenceId: id, number })),
      { type: row.media_type ?? 'application/octet-stream', disposition: attachment(row.file_name ?? 'file'), length: row.bytes ?? undefined });
  }

  /** Whoever may not write does not have their file looked into; it is removed however this ends. */
  private async taken(caller: SignedInCaller, file: Arrived | undefined, check: () => Promise<void>, keep: (inspected: Inspected) => Promise<EvidenceView>): Promise<EvidenceView> {
    try {
      await this.database.transaction(caller, 'read', check);
      const inspected = await this.arriving.inspect(file);
      return await this.database.transaction(caller, 'write', () => keep(inspected));
    } finally {
      await this.arriving.forget(file);
    }
  }

  private async refuseUnlessFile(id: string): Promise<void> {
    const { kind } = await this.library.changeable(id);
    if (kind !== 'file') throw new Refused('file-not-accepted', 'This piece of evidence is a link. Say where it is now instead.', { faults: [] });
  }

  private contentOf({ name, media, bytes }: Inspected): Content {
    return { file_name: name, media_type: media, bytes: bytes.length, sha256: hashOfFile(bytes), location: null, scan: this.scanner.on ? 'waiting' : 'not-scanned' };
  }

  private async kept(organisationId: string, { bytes }: Inspected, view: EvidenceView): Promise<EvidenceView> {
    await this.files.keep({ evidenceId: view.id, number: view.revision.number, organisationId }, bytes);
    if (this.scanner.on) await this.jobs.send('evidence-scan', { evidence: view.id });
    return view;
  }

  /** Files from before there was a scanner, and those whose scan was given up. */
  private async askForScan(caller: SignedInCaller, evidence: string): Promise<void> {
    if (this.scanner.on) await this.database.transaction(caller, 'write', () => this.jobs.send('evidence-scan', { evidence }));
  }
}

/** RFC 6266: a plain name for everybody, and the name itself as RFC 5987 writes it. */
export function attachment(name: string): string {
  const plain = name.normalize('NFD').replace(/[^\x20-\x7e]/g, '').replace(/["\\%;]/g, '_').trim() || 'file';
  const exact = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
