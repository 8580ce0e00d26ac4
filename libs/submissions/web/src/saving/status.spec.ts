import { describe, expect, it } from '@jest/globals';
import { unanswered } from '../answers';
import { newLine, type Line } from './line';
import { statusOf } from './status';

const line = (questionId: string, changes: Partial<Line> = {}): Line => ({ ...newLine({ submissionId: 's1', questionId }, 0), ...changes });
const conflict = { theirs: null, kept: unanswered };
const say = (unsaved: readonly Line[], { savedAt = '10:42' as string | null, signedOut = false } = {}) =>
  statusOf({ unsaved, here: 'q1', savedAt, signedOut, refOf: () => '2.3' });

describe('what the indicator says', () => {
  it.each<[string, ReturnType<typeof say>, string]>([
    ['before anything was saved', say([], { savedAt: null }), 'Answers are saved as you go'],
    ['when all is saved', say([]), 'Saved at 10:42'],
    ['while saving', say([line('q1')]), 'Saving…'],
    ['when the network is away', say([line('q1', { failures: 1 })]), 'Not saved yet, will retry (1 answer waiting)'],
    ['when more wait', say([line('q1', { failures: 1 }), line('q2', { failures: 3 })]), 'Not saved yet, will retry (2 answers waiting)'],
    ['when the session has ended', say([line('q1')], { signedOut: true }), 'Not saved yet: sign in again to save'],
    ['when somebody was quicker here', say([line('q1', { conflict })]), 'Someone else changed this answer: review'],
    ['when somebody was quicker elsewhere', say([line('q2', { conflict })]), 'Someone else changed your answer to 2.3: review'],
    ['when a date cannot be read', say([line('q1', { unreadable: '31/2', rested: true })]), 'Not saved: this answer needs correcting'],
    ['while a date is being typed', say([line('q1', { unreadable: '31/', rested: false })]), 'Saving…'],
  ])('%s', (_, { text }, expected) => {
    expect(text).toBe(expected);
  });

  it('speaks of this question first, and leads to another', () => {
    expect(say([line('q2', { conflict }), line('q1', { conflict })]).place?.questionId).toBe('q1');
    expect(say([line('q2', { conflict })]).place?.questionId).toBe('q2');
  });
});
