import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { may } from '@attest/domain/access';
import type { EvidenceKind } from '@attest/domain/evidence';
import { storable } from '@attest/domain/questionnaire';
import { Clock, Database, Refused, notFound } from '@attest/shared/api';
import type { EvidenceDetails, EvidenceView, NewLink } from './evidence.dto';
import { LIBRARY, NEW_PIECE, NEW_REVISION, NEXT_REVISION, ONE_PIECE, type EvidenceRow, type RevisionRow } from './evidence.queries';
import { Scanner } from './scanner';
import { evidenceView } from './views';

/** What a revision is made of: a file, or where something is. */
export type Content = Pick<RevisionRow, 'file_name' | 'media_type' | 'bytes' | 'sha256' | 'location' | 'scan'>;

/** The evidence of an organisation: what there is, and what its people do with it. */
@Injectable()
export class LibraryService {
  constructor(
    private readonly database: Database,
    private readonly scanner: Scanner,
    private readonly clock: Clock,
  ) {}

  /** Its own people's alone: others read what was signed, beside the answer. */
  async list(organisationId: string): Promise<EvidenceView[]> {
    if (!this.may('submission.read', organisationId) || !this.belongsTo(organisationId)) throw notFound();
    const rows = await this.database.query<EvidenceRow>(LIBRARY, [organisationId]);
    return rows.map((row) => this.view(row));
  }

  async read(id: string): Promise<EvidenceView> {
    return this.view(await this.mine(id));
  }

  async addLink(organisationId: string, sent: NewLink): Promise<EvidenceView> {
    const { kind, title, location, owner, reviewBy } = storable(sent);
    this.refuseUnlessMayWrite(organisationId);
    return this.add(organisationId, kind, { title: required('title', title), owner: owner.trim(), reviewBy }, placed(kind, location));
  }

  async edit(id: string, sent: EvidenceDetails): Promise<EvidenceView> {
    const { title, owner, reviewBy } = storable(sent);
    await this.changeable(id);
    await this.database.query('update app.evidence set title = $2, owner = $3, review_by = $4 where id = $1', [id, required('title', title), owner.trim(), reviewBy]);
    return this.read(id);
  }

  async moveLink(id: string, location: string): Promise<EvidenceView> {
    const { kind } = await this.changeable(id);
    if (kind === 'file') throw new Refused('invalid-request', 'This piece of evidence is a file. Bring the new one as a file.', { faults: [{ where: 'location', detail: 'Choose a file instead.' }] });
    return this.revise(id, placed(kind, storable(location)));
  }

  async remove(id: string): Promise<void> {
    await this.changeable(id);
    const row = await this.database.one<{ gone: boolean }>('select app.delete_evidence($1) as gone', [id]);
    if (!row?.gone) throw new Refused('still-needed', 'This piece of evidence is used in a return, or was when one was signed, so it stays. Take it out of the answers that are still open first.');
  }

  /** Within a transaction; whoever adds a file keeps its bytes in the same one. */
  async add(organisationId: string, kind: EvidenceKind, { title, owner, reviewBy }: EvidenceDetails, content: Content): Promise<EvidenceView> {
    const id = uuid();
    await this.database.query(NEW_PIECE, [this.database.caller.partnershipId, id, organisationId, kind, title, owner, reviewBy]);
    await this.newRevision(id, 1, organisationId, content);
    this.database.note({ thing: { kind: 'evidence', id }, organisationId });
    return this.read(id);
  }

  async revise(id: string, content: Content): Promise<EvidenceView> {
    const { organisation_id: organisationId, revision } = await this.changeable(id);
    const next = await this.database.one<{ revision: number }>(NEXT_REVISION, [id, revision]);
    if (!next) throw new Refused('changed-meanwhile', 'Somebody brought a new revision at the same moment. Look at it, then try again.');
    await this.newRevision(id, next.revision, organisationId, content);
    return this.read(id);
  }

  /** Of one's own organisation, and its people may write. */
  async changeable(id: string): Promise<EvidenceRow> {
    const row = await this.mine(id);
    this.refuseUnlessMayWrite(row.organisation_id);
    return row;
  }

  refuseUnlessMayWrite(organisationId: string): void {
    if (!this.may('submission.answer', organisationId)) throw notFound();
  }

  private async mine(id: string): Promise<EvidenceRow> {
    const row = await this.database.one<EvidenceRow>(ONE_PIECE, [id]);
    if (!row || !this.belongsTo(row.organisation_id)) throw notFound();
    this.database.note({ organisationId: row.organisation_id });
    return row;
  }

  private async newRevision(id: string, number: number, organisationId: string, { file_name, media_type, bytes, sha256, location, scan }: Content): Promise<void> {
    const { partnershipId, personId, name } = this.database.caller;
    await this.database.query(NEW_REVISION, [partnershipId, id, number, organisationId, file_name, media_type, bytes, sha256, location, scan, personId, name, this.clock.now()]);
  }

  private view(row: EvidenceRow): EvidenceView {
    return evidenceView(row, this.clock.today(), this.scanner.on, this.may('submission.answer', row.organisation_id));
  }

  private may(action: 'submission.read' | 'submission.answer', organisationId: string): boolean {
    const { caller } = this.database;
    return may(caller, action, { partnershipId: caller.partnershipId, organisationId });
  }

  private belongsTo(organisationId: string): boolean {
    const { memberships, partnershipId } = this.database.caller;
    return memberships.some((held) => held.partnershipId === partnershipId && held.organisationId === organisationId);
  }
}

/** A link is looked at by people and never by the program: it may point at what only they can reach. */
function placed(kind: EvidenceKind, location: string): Content {
  const where = required('location', location);
  if (kind === 'link' && !isHttps(where)) {
    throw new Refused('invalid-request', 'The link was not added.', { faults: [{ where: 'location', detail: 'Enter a link that begins with https://, such as https://school.example/policies.' }] });
  }
  return { file_name: null, media_type: null, bytes: null, sha256: null, location: where, scan: 'nothing-to-scan' };
}

/** Without a name and password in it, which would be told to everybody who sees it. */
function isHttps(text: string): boolean {
  if (!URL.canParse(text) || /\s/.test(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.');
}

function required(where: string, text: string): string {
  if (text.trim() !== '') return text.trim();
  throw new Refused('invalid-request', 'Nothing was changed.', { faults: [{ where, detail: `Enter ${where}.` }] });
}
