// One PostgreSQL for the whole run, with one migrated database that every spec file copies in a moment.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../../tools/postgres.mjs';

export default async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'attest-test-'));
  const { chmodSync } = await import('node:fs');
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({
    folder: join(folder, 'postgres'), password: 'test',
    flags: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'],
  });
  process.env['TEST_DATABASE_URL'] = postgres.url;
  globalThis.__stopPostgres = async () => {
    await postgres.stop();
    for (const path of [folder, postgres.directory]) rmSync(path, { recursive: true, force: true });
  };
}
