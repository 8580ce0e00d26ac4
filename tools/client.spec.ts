import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
// @ts-expect-error -- a plain script
import { generateClient } from './client.mjs';

const root = join(import.meta.dirname, '..');

it('the browser’s types of the API are those of its golden document', () => {
  const committed = join(root, 'libs/shared/client/src/generated');
  if (process.env['UPDATE_GOLDENS']) generateClient(root);
  const made = mkdtempSync(join(tmpdir(), 'attest-client-spec-'));
  try {
    generateClient(root, made);
    expect(contents(committed)).toEqual(contents(made));
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
});

function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map((entry) => [join(entry.parentPath, entry.name).slice(folder.length), readFileSync(join(entry.parentPath, entry.name), 'utf8')]));
}
