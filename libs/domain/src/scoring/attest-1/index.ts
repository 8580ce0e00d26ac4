import type { Rule } from '../rule';
import { inWords } from './in-words';
import { rate } from './rate';
import { smallestChange } from './smallest-change';

/** Points in sixtieths, bands of percentages, and critical questions that cap their section. */
export const attest1: Rule = { rate, smallestChange, inWords };
