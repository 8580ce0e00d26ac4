import { Injectable } from '@nestjs/common';
import { Database, Refused, notFound } from '@attest/shared/api';
import { Providers } from './providers';
import type { IdentityView } from './providers.dto';

interface IdentityRow { id: string; provider: string; label: string; linked_at: Date; used_at: Date | null; kept: string | null }

/** One's own accounts at providers. */
@Injectable()
export class IdentitiesService {
  constructor(
    private readonly database: Database,
    private readonly providers: Providers,
  ) {}

  async list(): Promise<IdentityView[]> {
    const names = new Map(this.providers.list().map(({ key, name }) => [key, name]));
    const rows = await this.database.query<IdentityRow>('select * from app.my_identities()');
    return rows.map(({ id, provider, label, linked_at: linkedAt, used_at: usedAt, kept }) => ({
      id, label, provider: names.get(provider) ?? provider, linkedAt: linkedAt.toISOString(), usedAt: usedAt?.toISOString() ?? null, moves: kept ? [] : ['unlink'],
    }));
  }

  async unlink(id: string): Promise<void> {
    const row = await this.database.one<{ outcome: string | null }>('select app.unlink_identity($1) as outcome', [id]);
    if (!row?.outcome) throw notFound();
    if (row.outcome !== 'removed') throw new Refused('still-needed', 'This is your only way to sign in. Add a passkey or link another account first.');
  }
}
