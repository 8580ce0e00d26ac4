import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { RagBadge } from './rag-badge';
import { RagBadgeHarness } from './rag-badge-harness';

const amber = { letter: 'A', word: 'Partly met', colour: 'amber' } as const;

async function aBadge(inputs: Record<string, unknown>): Promise<RagBadgeHarness> {
  const fixture = TestBed.createComponent(RagBadge);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  return TestbedHarnessEnvironment.harnessForFixture(fixture, RagBadgeHarness);
}

describe('a rating', () => {
  it('is a letter and a word in the shape of its level', async () => {
    const badge = await aBadge({ level: amber });
    expect([await badge.letter(), await badge.word(), await badge.wordIsVisible(), await badge.hasShapeOf('amber')]).toEqual(['A', 'Partly met', true, true]);
  });

  it('shows the letter alone in a table cell, and still says the word', async () => {
    const badge = await aBadge({ level: amber, size: 'cell' });
    expect([await badge.word(), await badge.wordIsVisible()]).toEqual(['Partly met', false]);
  });

  it.each([
    ['not-answered', '–', 'Not answered'],
    ['not-applicable', 'N/A', 'Not applicable'],
    ['not-asked', '[z]', 'Not asked'],
    ['not-returned', '[x]', 'Not returned'],
    ['suppressed', '[c]', 'Hidden, because the group is too small'],
  ])('that is missing (%s) is never a blank', async (absence, letter, word) => {
    const badge = await aBadge({ level: null, absence });
    expect([await badge.letter(), await badge.word(), await badge.hasShapeOf('none')]).toEqual([letter, word, true]);
  });
});
