// Whether everything in package-lock.json may be used as we use it. Part of `npm run check`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../node24.mjs';

/** By SPDX identifier, each with why it is fine. Nothing here asks that our own work be given away. */
export const allowed = {
  'MIT': 'keep the notice', 'ISC': 'keep the notice', '0BSD': 'nothing asked', 'MIT-0': 'nothing asked', 'CC0-1.0': 'given to everybody',
  'BSD-2-Clause': 'keep the notice', 'BSD-3-Clause': 'keep the notice, do not use their name', 'BlueOak-1.0.0': 'keep the notice',
  'Apache-2.0': 'keep the notice, with a grant of patents', 'Python-2.0': 'keep the notice',
  'OFL-1.1': 'a typeface: may be served, not sold by itself', 'MPL-2.0': 'changes to their own files are shared, and we make none',
  'CC-BY-4.0': 'say whose it is: data on browsers, used while building and not shipped',
};

/** Packages whose entry in the lock file says nothing, with where it is said instead. */
export const said = {
  'busboy': 'MIT: in the older form of its package.json', 'streamsearch': 'MIT: in the older form of its package.json',
  'passport-local': 'MIT: in the older form of its package.json', 'passport-strategy': 'MIT: in the older form of its package.json', 'pause': 'MIT: at the end of its readme',
};

/** The same program compiled for machines of another kind; its licence is that of the package that asks for it. */
const compiledFor = /^(@msgpackr-extract\/msgpackr-extract|@oxc-parser\/binding|@swc\/core|@unrs\/resolver-binding)-/;

/** Every package that may not be there, or of which nobody knows. */
export function licenceFaults({ packages }) {
  return Object.entries(packages).flatMap(([path, { license, optional, dev }]) => {
    const name = path.split('node_modules/').at(-1);
    if (!path || (license === undefined && (name in said || (dev && optional && compiledFor.test(name))))) return [];
    return license && isAllowed(license) ? [] : [`${name}: ${license ?? 'nobody says under what licence'}`];
  });
}

/** "or" leaves us the choice, "and" does not. */
const isAllowed = (expression) => expression.replace(/[()]/g, '').split(' OR ').some((choice) => choice.split(' AND ').every((one) => one.trim() in allowed));

/** Packages that come from anywhere but the registry, or whose content nobody has fixed. */
export function sourceFaults({ packages }) {
  return Object.entries(packages).flatMap(([path, { resolved, integrity, link, optional }]) => {
    if (!path) return [];
    if (link || (resolved && !resolved.startsWith('https://registry.npmjs.org/'))) return [`${path}: comes from ${resolved}`];
    return integrity || optional ? [] : [`${path}: without a fingerprint of its content`];
  });
}

if (import.meta.main) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const faults = [...licenceFaults(lock), ...sourceFaults(lock)];
  console.log(faults.length > 0 ? faults.join('\n') : `${Object.keys(lock.packages).length - 1} packages, all under licences on the list, all from the registry with a fingerprint`);
  process.exit(faults.length > 0 ? 1 : 0);
}
