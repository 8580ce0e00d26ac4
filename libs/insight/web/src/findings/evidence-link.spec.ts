import { describe, expect, it } from '@jest/globals';
import { evidenceLink } from './evidence-link';

describe('where a finding leads', () => {
  it('is where its evidence is', () => {
    expect(evidenceLink({ kind: 'standard', key: 'training' }, 'r', true)).toEqual({ to: ['/compare', 'r', 'standards', 'training'], query: {}, label: 'See who' });
    expect(evidenceLink({ kind: 'question', key: 'q' }, 'r', true)!.to).toEqual(['/compare', 'r', 'questions', 'q']);
    expect(evidenceLink({ kind: 'groups', key: null }, 'r', true)!.query).toEqual({ sort: 'group' });
  });

  it('is no page with words for whoever reads none', () => {
    expect(evidenceLink({ kind: 'standard', key: 'training' }, 'r', false)!.to).toEqual(['/compare', 'r']);
    expect(evidenceLink({ kind: 'question', key: 'q' }, 'r', false)).toBeNull();
  });
});
