import type { MarkedPractice } from '@attest/shared/client';

/** How far a good practice has come on its way to others. */
export const practiceWords: Readonly<Record<MarkedPractice['state'], string>> = {
  marked: 'Marked', asked: 'Organisation asked', agreed: 'Organisation agreed', declined: 'Organisation declined',
};
export const practiceStates = Object.keys(practiceWords) as MarkedPractice['state'][];
