// Writes the browser's types of the API from its golden document: models only, since reads are `httpResource` and
// writes are plain `HttpClient` calls.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function generateClient(root, target = join(root, 'libs/shared/client/src/generated')) {
  const made = mkdtempSync(join(tmpdir(), 'attest-client-'));
  try {
    execFileSync(process.execPath, [
      join(root, 'node_modules/ng-openapi-gen/lib/index.js'), '--input', join(root, 'docs/goldens/openapi.json'), '--output', made,
      '--ignoreUnusedModels', 'false', '--modelIndex', 'models', '--indexFile', 'false', '--silent', 'true',
    ], { stdio: 'inherit' });
    rmSync(target, { recursive: true, force: true });
    for (const part of ['models', 'models.ts']) cpSync(join(made, part), join(target, part), { recursive: true });
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}
