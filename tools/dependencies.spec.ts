import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import { createProjectGraphAsync } from '@nx/devkit';

const root = join(import.meta.dirname, '..');

describe('which library may use which', () => {
  it('is drawn in docs/goldens/dependencies.md', async () => {
    const { dependencies } = await createProjectGraphAsync({ exitOnError: false });
    const rows = Object.entries(dependencies)
      .filter(([name]) => !name.startsWith('npm:'))
      .map(([name, uses]) => [name, uses.map(({ target }) => target).filter((target) => !target.startsWith('npm:'))] as const)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, uses]) => `| ${name} | ${[...new Set(uses)].sort().join(', ') || '—'} |`);
    const now = `# Which library uses which\n\nWritten by \`npm run goldens\` from the imports themselves.\n\n| library | uses |\n|---|---|\n${rows.join('\n')}\n`;
    const file = join(root, 'docs/goldens/dependencies.md');
    if (process.env['UPDATE_GOLDENS']) writeFileSync(file, now);
    expect(now).toBe(readFileSync(file, 'utf8'));
  });

  it.each([
    ['a feature that points the wrong way', 'libs/people/api/src/breach.ts', "import { InsightModule } from '@attest/insight/api';\nexport const used = InsightModule;\n"],
    ['an API library in the browser', 'libs/submissions/web/src/breach.ts', "import { Database } from '@attest/shared/api';\nexport const used = Database;\n"],
    ['a package in the domain', 'libs/domain/src/access/breach.ts', "import { v7 } from 'uuid';\nexport const used = v7;\n"],
  ])('lint reports %s', async (_, filePath, text) => {
    const [result] = await new ESLint({ cwd: root }).lintText(text, { filePath: join(root, filePath) });
    expect(result?.messages.map((message) => message.ruleId)).toContain('@nx/enforce-module-boundaries');
  });
});
