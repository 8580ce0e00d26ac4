import { TestBed } from '@angular/core/testing';
import { expect, it } from '@jest/globals';
import type { Block } from '@attest/domain/papers';
import { PaperSheet } from './paper-sheet';

async function drawn(blocks: readonly Block[]): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(PaperSheet);
  fixture.componentRef.setInput('paper', { title: 'Form', language: 'en-GB', foot: '', blocks });
  await fixture.whenStable();
  return fixture.nativeElement;
}

it('draws a paper with real headings, lists and header cells', async () => {
  const page = await drawn([
    { kind: 'heading', depth: 1, text: '1. Leadership' }, { kind: 'heading', depth: 2, text: '1.1 Who leads' },
    { kind: 'ticks', lines: [[{ level: { letter: 'G', word: 'Met', colour: 'green' } }, ' It is so.'], 'Not applicable'] },
    { kind: 'table', table: { caption: 'Trained', columns: [{ head: 'Who', width: 3 }, { head: 'How many', width: 1 }], rows: [['Teachers', '']] } },
    { kind: 'space', lines: 3, label: 'What shows this?' },
  ]);
  expect([...page.querySelectorAll('h2, h3')].map(({ tagName, textContent }) => [tagName, textContent])).toEqual([['H2', '1. Leadership'], ['H3', '1.1 Who leads']]);
  expect([...page.querySelectorAll('.ticks li')].map(({ textContent }) => textContent!.replace(/\s+/g, ' ').trim())).toEqual(['GMet It is so.', 'Not applicable']);
  expect([...page.querySelectorAll('th')].map((cell) => [cell.scope, cell.textContent])).toEqual([['col', 'Who'], ['col', 'How many'], ['row', 'Teachers']]);
  expect(page.querySelector<HTMLElement>('.room')!.style.height).toBe('24mm');
});

it('shows what somebody wrote as they wrote it', async () => {
  const page = await drawn([{ kind: 'text', line: ['<b>not bold</b>\nnext ', { strong: 'strong' }, { link: 'here', to: 'javascript:alert(1)' }] }]);
  expect(page.textContent).toContain('<b>not bold</b>\nnext strong');
  expect(page.querySelector('b')).toBeNull();
  expect(page.querySelector('a')!.getAttribute('href')).toBe('unsafe:javascript:alert(1)');
});
