// `npm run generate -- --size country`: a database of its own with as many schools as one partnership, a large one, or England has.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, make } from './make.mjs';
import { sizes } from './sizes.mjs';

const size = process.argv[process.argv.indexOf('--size') + 1];
if (!(size in sizes)) {
  console.error(`Say how large: npm run generate -- --size ${Object.keys(sizes).join(', ')}`);
  process.exit(1);
}
const folder = folderOf(size);
if (existsSync(join(folder, 'postgres'))) {
  console.error(`There is a database in ${folder} already. Delete the folder first, or choose another: DATA_DIR=/some/folder npm run generate -- --size ${size}`);
  process.exit(1);
}

const started = performance.now();
const say = (line) => console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`);
await make(size, folder, say);
say(`Look at it: DATA_DIR=${folder} npm start, as quality-one@generated.attest.example with the password of the demonstration`);
