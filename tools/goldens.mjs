import { runUnderNode24 } from './node24.mjs';

process.env['UPDATE_GOLDENS'] = '1';
runUnderNode24('tools/run-tests.mjs', '--only', 'goldens');
