import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
// @ts-expect-error -- a plain script
import { writeFeature } from './write-feature.mjs';

const root = dirname(import.meta.dirname);

describe('a new feature', () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'attest-feature-'));
    for (const file of ['tsconfig.base.json', 'tsconfig.api.json', 'tsconfig.web.json', 'libs/domain', 'libs/shared']) cpSync(join(root, file), join(copy, file), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('is written in a shape that compiles, on both sides, and only once', () => {
    expect(writeFeature('peer-reviews', copy)).toContain('libs/peer-reviews is written.');
    const compile = (compiler: string, kind: string) => execFileSync(process.execPath, [join(root, compiler), '-p', join(copy, 'libs/peer-reviews', kind, 'tsconfig.json'), '--noEmit'], { encoding: 'utf8', stdio: 'pipe' });
    expect(compile('node_modules/typescript/bin/tsc', 'api')).toBe('');
    expect(compile('node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js', 'web')).toBe('');
    expect(() => writeFeature('peer-reviews', copy)).toThrow('libs/peer-reviews is there already.');
  });

  it.each([undefined, '', 'Reviews', 'peer reviews', '../reviews'])('is not written under the name %p', (name) => {
    expect(() => writeFeature(name, copy)).toThrow('Say what the feature is called, in lower case');
  });
});
