// Bundles the API into one file. esbuild follows the imports, swc writes the decorator metadata Nest and TypeORM read.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { transform } from '@swc/core';
import { build } from 'esbuild';

const decorators = {
  name: 'decorator-metadata',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        filename: path,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

const program = { main: 'apps/api/src/main.ts', 'verify-trail': 'apps/api/src/verify-trail.ts' };
// what works beside the program, in a process or a thread of its own, stands beside whatever starts it
const aside = { press: 'libs/shared/api/src/documents/press.ts', 'sheets-worker': 'libs/shared/api/src/workbook/sheets-worker.ts' };
const entries = process.argv.slice(2);
await build({
  entryPoints: { ...(entries.length ? Object.fromEntries(entries.map((path) => [basename(path, '.ts'), path])) : program), ...aside },
  outdir: 'dist/apps/api',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  packages: 'external',
  tsconfig: 'tsconfig.base.json',
  sourcemap: true,
  keepNames: true,
  outExtension: { '.js': '.mjs' },
  plugins: [decorators],
  logLevel: 'warning',
});
