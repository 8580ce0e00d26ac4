import { runUnderNode24 } from './node24.mjs';

runUnderNode24('tools/run-tests.mjs', '--only', 'lint,licences,asvs,types,goldens');
