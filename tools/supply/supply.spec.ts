import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { licenceFaults, sourceFaults } from './licences.mjs';
import { answerOf } from './audit.mjs';

const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8'));
const withOne = (entry: object) => ({ packages: { '': {}, 'node_modules/stray': { integrity: 'sha512-x', ...entry } } });

describe('what we build on', () => {
  it('is under licences on the list, and comes from the registry', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(1000);
    expect([...licenceFaults(lock), ...sourceFaults(lock)]).toEqual([]);
  });

  it.each([
    ['asks for our own work', { license: 'AGPL-3.0' }, 'stray: AGPL-3.0'], ['says nothing', {}, 'stray: nobody says under what licence'],
    ['asks for it in one part', { license: 'MIT AND GPL-3.0' }, 'stray: MIT AND GPL-3.0'], ['says something nobody knows', { license: 'SEE LICENSE' }, 'stray: SEE LICENSE'],
  ])('fails on a package that %s', (_, entry, fault) => expect(licenceFaults(withOne(entry))).toEqual([fault]));

  it('takes the choice it is given', () => expect(licenceFaults(withOne({ license: '(GPL-2.0 OR MIT)' }))).toEqual([]));

  it.each([
    ['comes from elsewhere', { resolved: 'https://elsewhere.example/stray.tgz' }], ['is a folder', { link: true, resolved: '../stray' }], ['is not fixed', { integrity: undefined }],
  ])('fails on a package that %s', (_, entry) => expect(sourceFaults(withOne({ license: 'MIT', ...entry }))).toHaveLength(1));
});

describe('what is known to be wrong with it', () => {
  const found = (severities: object) => JSON.stringify({ metadata: { vulnerabilities: { info: 0, low: 0, moderate: 0, high: 0, critical: 0, ...severities } } });

  it.each([
    ['nothing', found({}), { code: 0, sentence: 'The registry knows of nothing wrong with any package.' }],
    ['small things', found({ low: 2, moderate: 1 }), { code: 0, sentence: 'Known: 0 critical, 0 high, 1 moderate, 2 low. Mend the high ones within seven days (SECURITY.md).' }],
    ['large things', found({ high: 1 }), { code: 1, sentence: 'Known: 0 critical, 1 high, 0 moderate, 0 low. Mend the high ones within seven days (SECURITY.md).' }],
    ['no answer', '{"message": "405 Method Not Allowed"}', { code: 0, sentence: 'Not answered: this registry does not say what is known to be wrong with packages. Ask where the network allows it.' }],
    ['silence', '', { code: 0, sentence: 'Not answered: this registry does not say what is known to be wrong with packages. Ask where the network allows it.' }],
  ])('is told: %s', (_, answer, told) => expect(answerOf(answer)).toEqual(told));
});
