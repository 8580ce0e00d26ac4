import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { expect, it } from '@jest/globals';
import type { NotedQuestion, SigningView } from '@attest/shared/client';
import { levels } from '../builders';
import { SigningSummary } from './signing-summary';

const noted = (ref: string, changes: Partial<NotedQuestion> = {}): NotedQuestion => ({ questionId: `q${ref}`, ref, title: 'Filtering', level: levels[2]!, last: null, ...changes });
const view = (changes: Partial<SigningView> = {}): SigningView => ({
  submissionId: 's1', state: 'in-progress', reference: null, organisation: { id: 'o1', name: 'Oakfield' }, round: { id: 'r1', name: 'Section 175' }, dueOn: '2026-12-11', steps: [], declaration: null, signers: [],
  levels: { green: 45, amber: 9, red: 2 }, notApplicable: 2, scale: levels, lastRoundName: null, reds: [], ups: [], downs: [], unchanged: null, blockers: 0, leftOut: [], talkedAbout: [], actions: 0, unowned: [],
  sentBack: null, whyNot: null, moves: [], ...changes,
});

async function drawn(changes: Partial<SigningView>): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(SigningSummary);
  fixture.componentRef.setInput('of', view(changes));
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}
const words = (element: Element | null) => element?.textContent!.replace(/\s+/g, ' ').trim() ?? '';

it('says in a glance how many there are of each, what changed, and that nothing is open', async () => {
  const page = await drawn({ lastRoundName: 'last year', ups: [noted('1.1')], unchanged: 37, actions: 11 });
  expect(words(page.querySelector('section'))).toContain('45GMet9APartly met2RNot met2N/A');
  expect(words(page.querySelector('section > p'))).toBe('Since last year: 1 up, 0 down. 37% of the explanations are the same word for word. 11 actions planned, each with an owner. No comment is open.');
});

it('leads to every red, everything down, open comments and actions that nobody sees to', async () => {
  const page = await drawn({
    reds: [noted('3.2', { last: levels[0]! })], downs: [noted('3.2', { last: levels[0]! })], actions: 3, unowned: [{ id: 'a1', number: 31, title: 'Review the policy' }],
    talkedAbout: [{ questionId: 'q2.1', ref: '2.1', title: 'Policy', comments: 2 }, { questionId: 'q2.2', ref: '2.2', title: 'Training', comments: 1 }],
  });
  expect([...page.querySelectorAll('details')].map((list) => [words(list.querySelector('summary')), ...[...list.querySelectorAll('li')].map(words), list.querySelector('a')!.getAttribute('href')])).toEqual([
    ['Not met: 1', '3.2 Filtering (was Met)', '/returns/s1/questions/q3.2'], ['Down since last round: 1', '3.2 Filtering (was Met)', '/returns/s1/questions/q3.2'],
    ['Open comments: 3', '2.1 Policy (2)', '2.2 Training', '/returns/s1/questions/q2.1'], ['Actions without an owner: 1', 'A-31 Review the policy', '/actions/a1']]);
  expect(words(page.querySelector('section'))).toContain('3 actions planned, 1 without an owner.');
  expect(words(page)).not.toContain('No comment is open');
});

it('says which optional answers will be left out, because nobody has checked them', async () => {
  expect(words((await drawn({ leftOut: [noted('4.1')] })).querySelector('att-notice'))).toContain('1 optional answer is not checked and will be left out:4.1 Filtering');
});
