import { describe, expect, it } from '@jest/globals';
import { begin, filtered, forAudience, startFrom, toggled } from './choices';

describe('what is chosen for a file', () => {
  it('begins as is usual for a board pack of the Q&P group', () => {
    expect(begin()).toMatchObject({ preset: 'board-pack', audience: 'qp', format: 'docx', layer: 'moderated', filters: {} });
    expect(begin().contents).not.toContain('words');
  });

  it('loses what another audience may not see, and does not get it back by itself', () => {
    const all = toggled(begin(), 'words');
    expect(all.contents).toContain('words');
    const less = forAudience(all, 'executive');
    expect(less.contents).toEqual(begin().contents);
    expect(forAudience(less, 'qp').contents).not.toContain('words');
  });

  it('goes over to what was published where the audience may see nothing else', () => {
    expect(forAudience(filtered(begin(), { phase: 'primary' }), 'public')).toMatchObject({ preset: 'public-summary', audience: 'public', filters: {} });
    expect(startFrom(filtered(begin(), { phase: 'primary' }), 'public-summary').filters).toEqual({});
  });

  it('keeps the organisations when it starts from something else', () => {
    const some = filtered(begin(), { phase: 'primary', areaId: 'one' });
    expect(startFrom(some, 'full-data')).toMatchObject({ preset: 'full-data', format: 'xlsx', filters: { phase: 'primary', areaId: 'one' } });
    expect(filtered(some, { areaId: null }).filters).toEqual({ phase: 'primary' });
  });
});
