// Reads docs/asvs.yaml against the standard, the spec files and, where tests have just run, their results.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../node24.mjs';

export const readLedger = () => parse(readFileSync(join(root, 'docs/asvs.yaml'), 'utf8'));
export const readStandard = () => JSON.parse(readFileSync(join(root, 'tools/asvs/standard.json'), 'utf8')).levels;

/**
 * What the last whole run of each project said: file → what each test was called, with what it stands under, and how it
 * went. A spec that was written since is left out: nobody knows yet.
 */
export function readResults(folder = join(root, 'dist/test-results')) {
  if (!existsSync(folder)) return {};
  const runs = readdirSync(folder).map((name) => join(folder, name)).map((file) => ({ file, ran: statSync(file).mtimeMs }));
  return Object.assign({}, ...runs.toSorted((a, b) => a.ran - b.ran).map(({ file, ran }) => {
    return Object.fromEntries(Object.entries(JSON.parse(readFileSync(file, 'utf8'))).filter(([spec]) => existsSync(join(root, spec)) && statSync(join(root, spec)).mtimeMs < ran));
  }));
}

const states = ['done', 'partly', 'open'];

/** Everything that is wrong with the ledger, in sentences. `textOf` reads a file of the repository, or answers null. */
export function ledgerFaults(rows, levels, textOf, results = {}) {
  const listed = rows.map(({ id }) => id);
  return [
    ...Object.keys(levels).filter((id) => !listed.includes(id)).map((id) => `${id} is missing`),
    ...listed.filter((id, index) => listed.indexOf(id) !== index).map((id) => `${id} is there twice`),
    ...rows.flatMap((row) => rowFaults(row, levels, textOf, results).map((fault) => `${row.id} ${fault}`)),
  ];
}

function rowFaults({ id, level, applies, state, proof = [], note = '' }, levels, textOf, results) {
  if (!(id in levels)) return ['is not in the standard'];
  const own = level === levels[id] ? [] : [`is of level ${levels[id]}`];
  if (applies === false) return note ? own : [...own, 'does not say why it does not apply'];
  if (!states.includes(state)) return [...own, `is neither ${states.join(' nor ')}`];
  if (state === 'done' && proof.length === 0) return [...own, 'is done and names nothing that shows it'];
  return [...own, ...proof.flatMap((one) => proofFaults(one, textOf, results))];
}

function proofFaults(proof, textOf, results) {
  const [file, name] = proof.split(' › ');
  const text = textOf(file);
  if (text === null) return [`names ${file}, which is not there`];
  if (!name) return [];
  if (!titlesIn(text).includes(name)) return [`names a test that is not in ${file}: ${name}`];
  const run = results[file];
  if (!run) return [];
  const meant = run.filter(({ path }) => path.some((title) => expanded(name).test(title)));
  const bad = meant.filter(({ status }) => status !== 'passed');
  return meant.length === 0 || bad.length > 0 ? [`rests on a test that did not pass: ${proof}`] : [];
}

/** The names of tests, and of what they stand under. */
export const titlesIn = (text) => [...text.matchAll(/(?:\b(?:it|describe)|\))\(\s*(['"`])((?:\\.|(?!\1).)+)\1/g)].map(([, , title]) => title.replace(/\\(.)/g, '$1'));

/** `refuses %s` stands for every row of its table. */
const expanded = (name) => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/%[sijp]/g, '.*')}$`, 's');

/** How far each level is, and how much of it a named test shows. */
export function standing(rows) {
  return [1, 2, 3].map((level) => {
    const ours = rows.filter((row) => row.level === level && row.applies);
    const done = ours.filter(({ state }) => state === 'done');
    return { level, of: ours.length, done: done.length, byTest: done.filter(({ proof }) => proof.some((one) => one.includes(' › '))).length, partly: ours.filter(({ state }) => state === 'partly').length };
  });
}
