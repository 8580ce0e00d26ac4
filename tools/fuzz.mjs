import { runUnderNode24 } from './node24.mjs';

runUnderNode24('tools/proof.mjs', 'tools/fuzz/fuzz.ts');
