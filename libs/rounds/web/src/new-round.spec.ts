import { describe, expect, it } from '@jest/globals';
import type { TemplateSummary } from '@attest/shared/client';
import { everybody, proposedName, proposedRound, toSend, withTemplate } from './new-round';

const aTemplate = (of: Partial<TemplateSummary> = {}): TemplateSummary => ({
  versionId: 'v1', code: 'section-11', title: 'Section 11 audit', edition: '2026-27', audience: 'agency', purpose: '', sections: 1, questions: 1, effectiveFrom: '2026-09-01', ...of,
});
const s11 = aTemplate();
const s175 = aTemplate({ versionId: 'v2', code: 'section-175', title: 'Section 175 return 2026-27', audience: 'school' });

describe('a new round', () => {
  it('is named after its template and edition, said once', () => {
    expect([proposedName(s11), proposedName(s175)]).toEqual(['Section 11 audit 2026-27', 'Section 175 return 2026-27']);
  });

  it('takes the name of another template, unless a person has given one', () => {
    const drafting = proposedRound(s11, '2026-09-14');
    expect(withTemplate(drafting, s11, s175)).toMatchObject({ templateVersionId: 'v2', name: 'Section 175 return 2026-27' });
    expect(withTemplate({ ...drafting, name: 'Our own' }, s11, s175).name).toBe('Our own');
  });

  it('sends days as the API takes them', () => {
    expect(toSend({ ...proposedRound(s11, '2026-09-14'), dueOn: 'soon' }, everybody)).toMatchObject({ opensOn: '2026-09-14', dueOn: 'soon', audience: everybody });
  });
});
