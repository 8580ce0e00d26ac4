import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { WordDifference } from './word-difference';
import { wordsApart } from './words-apart';

const kinds = (before: string, after: string) => wordsApart(before, after).map(({ words, kind }) => ({ same: words, gone: `-${words}-`, new: `+${words}+` })[kind]);

describe('the words that differ', () => {
  it('are found, and what both have is left alone', () => {
    expect(kinds('We test it each month.', 'We test it each week.')).toEqual(['We test it each ', '-month-', '+week+', '.']);
  });

  it.each([['', 'New.', ['+New.+']], ['Old.', '', ['-Old.-']], ['', '', []], ['The same.', 'The same.', ['The same.']]])('between %j and %j', (before, after, expected) => {
    expect(kinds(before, after)).toEqual(expected);
  });

  it('put together again are both wordings, whatever they are', () => {
    for (const [before, after] of [['one two  three\n\nfour', 'two\nthree four five'], ['a b c', 'x y z'], ['don’t – “stop”', 'don’t — stop']] as const) {
      const parts = wordsApart(before, after);
      expect(parts.filter(({ kind }) => kind !== 'new').map(({ words }) => words).join('')).toBe(before);
      expect(parts.filter(({ kind }) => kind !== 'gone').map(({ words }) => words).join('')).toBe(after);
    }
  });

  it('of two long texts that have nothing in common are not looked for in vain', () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word}${at}`).join(' ');
    const started = Date.now();
    expect(wordsApart(long('a'), long('b')).length).toBeGreaterThan(1);
    expect(Date.now() - started).toBeLessThan(5_000);
  });
});

describe('two wordings on the page', () => {
  async function drawn(shown: 'both' | 'before' | 'after'): Promise<HTMLElement> {
    const fixture = TestBed.createComponent(WordDifference);
    for (const [name, value] of Object.entries({ before: 'We test it each month.', after: 'We test it each week.', shown })) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it('stand in one text, said aloud as well as drawn', async () => {
    const page = await drawn('both');
    expect([page.querySelector('del')!.textContent, page.querySelector('ins')!.textContent]).toEqual(['[taken out: month ]', '[added: week ]']);
    expect(page.textContent).toBe('We test it each [taken out: month ][added: week ].');
  });

  it('stand side by side, each with what the other has not', async () => {
    expect((await drawn('before')).textContent).toBe('We test it each [only here: month ].');
    expect((await drawn('after')).textContent).toBe('We test it each [only here: week ].');
  });
});
