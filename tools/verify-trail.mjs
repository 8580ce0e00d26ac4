import { runUnderNode24 } from './node24.mjs';

runUnderNode24('tools/verify-database.mjs');
