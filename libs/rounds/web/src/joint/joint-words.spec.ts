import { describe, expect, it } from '@jest/globals';
import type { JointPartner } from '@attest/shared/client';
import { partnerInWords, partnersInWords } from './joint-words';

const partner = (name: string, changes: Partial<JointPartner> = {}): JointPartner => ({ place: 2, name, state: 'accepted', hasRound: false, shares: false, ...changes });

describe('with whom a round is run jointly', () => {
  it('names those who are in it', () => {
    expect(partnersInWords([])).toBe('Nobody has joined yet');
    expect(partnersInWords([partner('North'), partner('East'), partner('West', { state: 'left' })])).toBe('With North and East');
  });

  it('says how far each is', () => {
    const far = [partner('North'), partner('North', { hasRound: true }), partner('North', { hasRound: true, shares: true }), partner('North', { state: 'left', shares: true })];
    expect(far.map(partnerInWords)).toEqual(['Has joined, and no round yet', 'Has its round; shares no figures with you yet', 'Shares its figures with you', 'Has left']);
  });
});
