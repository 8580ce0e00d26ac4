import { Injectable } from '@nestjs/common';
import type { CurrentEditions } from '@attest/domain/authoring';
import { Database, Refused } from '@attest/shared/api';
import type { CitationEdition, CitationEditionView } from './citations.dto';
import { knownEditions } from './known-editions';

@Injectable()
export class CitationsService {
  constructor(private readonly database: Database) {}

  /** What the partnership says, and what the program knows where it says nothing; by title. */
  async list(): Promise<CitationEditionView[]> {
    const own = await this.database.query<CitationEdition>('select title, version, dated::text from app.citation_edition');
    const said = new Set(own.map(({ title }) => title));
    return [
      ...own.map((edition) => ({ ...edition, own: true })),
      ...Object.entries(knownEditions).filter(([title]) => !said.has(title)).map(([title, version]) => ({ title, version, dated: null, own: false })),
    ].sort((one, other) => one.title.localeCompare(other.title, 'en'));
  }

  async current(): Promise<CurrentEditions> {
    return Object.fromEntries((await this.list()).map(({ title, version }) => [title, version]));
  }

  async say({ dated, ...said }: CitationEdition): Promise<CitationEditionView[]> {
    const [title, version] = [said.title.trim(), said.version.trim()];
    const missing = [['title', title], ['version', version]].flatMap(([where, text]) => (text ? [] : [{ where: where!, detail: `Enter ${where}.` }]));
    if (missing.length > 0) throw new Refused('invalid-request', 'Some of what was sent cannot be accepted. Nothing was changed.', { faults: missing });
    await this.database.query(`
      insert into app.citation_edition (partnership_id, title, version, dated) values ($1, $2, $3, $4)
      on conflict (partnership_id, title) do update set version = excluded.version, dated = excluded.dated`,
    [this.database.caller.partnershipId, title, version, dated]);
    this.database.note({ detail: { title, version } });
    return this.list();
  }
}
