import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import type { DistributionView, LevelView } from '@attest/shared/client';
import { DistributionBar } from './distribution-bar';

const levels = [
  { key: 'green', letter: 'G', word: 'Met', colour: 'green' }, { key: 'amber', letter: 'A', word: 'Partly met', colour: 'amber' }, { key: 'red', letter: 'R', word: 'Not met', colour: 'red' },
] as LevelView[];
const nobody: DistributionView = { counts: {}, base: 0, notApplicable: 0, unanswered: 0, notAsked: 0, percentMeets: null };

async function drawn(of: Partial<DistributionView>): Promise<{ parts: (string | null)[]; lines: string[]; text: string }> {
  const fixture = TestBed.createComponent(DistributionBar);
  fixture.componentRef.setInput('levels', levels);
  fixture.componentRef.setInput('of', { ...nobody, ...of });
  await fixture.whenStable();
  const host = fixture.nativeElement as HTMLElement;
  const texts = (selector: string) => [...host.querySelectorAll(selector)].map((element) => element.textContent!.trim());
  return { parts: texts('.part'), lines: texts('li'), text: host.textContent!.trim() };
}

describe('a distribution bar', () => {
  it('says every count and share in words, so that nothing rests on colour', async () => {
    const { lines } = await drawn({ counts: { green: 17, amber: 6, red: 3 }, base: 26 });
    expect(lines).toEqual(['Met (G) 17, 65%', 'Partly met (A) 6, 23%', 'Not met (R) 3, 12%']);
  });

  it('prints counts in the bar, except where a part is too narrow for them', async () => {
    expect((await drawn({ counts: { green: 97, amber: 20, red: 1 }, base: 118 })).parts).toEqual(['97', '20', '']);
  });

  it('tells a level nobody chose, without room in the bar', async () => {
    const { parts, lines } = await drawn({ counts: { green: 4 }, base: 4 });
    expect(parts).toEqual(['4']);
    expect(lines).toContain('Not met (R) 0');
  });

  it('keeps not applicable, not answered and not asked apart and out of the percentages', async () => {
    expect((await drawn({ counts: { green: 1 }, base: 1, notApplicable: 2, unanswered: 1, notAsked: 3 })).text)
      .toContain('Not counted: 2 not applicable, 1 not answered, 3 not asked.');
  });

  it('draws no bar for nobody', async () => {
    expect((await drawn({})).text).toBe('Nobody has answered this yet.');
  });
});
