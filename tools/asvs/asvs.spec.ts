import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerFaults, readLedger, readStandard, standing, titlesIn } from './ledger.mjs';

const root = join(import.meta.dirname, '../..');
const textOf = (file: string) => (!existsSync(join(root, file)) ? null : statSync(join(root, file)).isDirectory() ? '' : readFileSync(join(root, file), 'utf8'));

describe('docs/asvs.yaml', () => {
  it('has every requirement of the standard once, and names only what is there', () => {
    expect(Object.keys(readStandard())).toHaveLength(345);
    expect(ledgerFaults(readLedger(), readStandard(), textOf)).toEqual([]);
  });

  it('counts what concerns this program', () => {
    expect(standing(readLedger()).map(({ of }) => of)).toEqual([64, 149, 80]);
  });
});

describe('what would be wrong with it', () => {
  const levels = { '1.1.1': 2, '1.1.2': 1 };
  const specs: Record<string, string> = { 'a.spec.ts': "describe('the door', () => { it('is shut', () => {}); it.each([['x', 'y']])('opens for %s', () => {}); });" };
  const good = [{ id: '1.1.1', level: 2, applies: true, state: 'done', proof: ['a.spec.ts › is shut', 'a.spec.ts › opens for %s', 'a.spec.ts › the door'] }, { id: '1.1.2', level: 1, applies: false, note: 'no such thing' }];
  const passed = { 'a.spec.ts': [{ path: ['the door', 'is shut'], status: 'passed' }, { path: ['the door', 'opens for x'], status: 'passed' }] };
  const faults = (rows: object[], results = {}) => ledgerFaults(rows, levels, (file: string) => specs[file] ?? null, results);
  const changed = (change: object) => faults([{ ...good[0], ...change }, good[1]!]);

  it('is nothing when all is well', () => expect([faults(good), faults(good, passed)]).toEqual([[], []]));

  it.each([
    ['a requirement is missing', () => faults(good.slice(1)), '1.1.1 is missing'],
    ['a requirement is there twice', () => faults([...good, good[1]!]), '1.1.2 is there twice'],
    ['a number is not of the standard', () => faults([...good, { ...good[1], id: '1.1.9' }]), '1.1.9 is not in the standard'],
    ['a level is not that of the standard', () => changed({ level: 1 }), '1.1.1 is of level 2'],
    ['a state is none', () => changed({ state: 'nearly' }), '1.1.1 is neither done nor partly nor open'],
    ['what is done names nothing', () => changed({ proof: [] }), '1.1.1 is done and names nothing that shows it'],
    ['what does not apply gives no reason', () => changed({ applies: false, note: '' }), '1.1.1 does not say why it does not apply'],
    ['a file is not there', () => changed({ proof: ['b.spec.ts › is shut'] }), '1.1.1 names b.spec.ts, which is not there'],
    ['a test is not there', () => changed({ proof: ['a.spec.ts › is locked'] }), '1.1.1 names a test that is not in a.spec.ts: is locked'],
    ['a test failed', () => faults(good, { 'a.spec.ts': [{ path: ['the door', 'is shut'], status: 'failed' }, passed['a.spec.ts'][1]!] }), '1.1.1 rests on a test that did not pass: a.spec.ts › is shut'],
    ['a row of a table failed', () => faults(good, { 'a.spec.ts': [...passed['a.spec.ts'], { path: ['the door', 'opens for z'], status: 'failed' }] }), '1.1.1 rests on a test that did not pass: a.spec.ts › opens for %s'],
    ['a test was not run', () => faults(good, { 'a.spec.ts': passed['a.spec.ts'].slice(1) }), '1.1.1 rests on a test that did not pass: a.spec.ts › is shut'],
  ])('%s', (_, found, fault) => expect(found()).toContain(fault));

  it('finds names in every kind of quotation marks', () => {
    expect(titlesIn("it('one\\'s own', () => {}); it(`two`, f); describe(\"three\", f); ])('four %s', f);")).toEqual(["one's own", 'two', 'three', 'four %s']);
  });
});
