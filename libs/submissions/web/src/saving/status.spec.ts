import { describe, expect, it } from '@jest/globals';
import { unanswered } from '../answers';
import { newLine, type Line } from './line';
import { statusOf } from './status';

const line = (questionId: string, changes: Partial<Line> = {}): Line => ({ ...newLine({ submissionId: 's1', questionId }, 0), ...changes });
const conflict = { theirs: null, kept: unanswered };
const say = (unsaved: readonly Line[], { savedAt = '10:42' as string | null, signedOut = false, exposed = unsaved.length, inMemoryOnly = false } = {}) =>
  statusOf({ unsaved, exposed, inMemoryOnly, here: 'q1', savedAt, storedAt: '10:43', signedOut, refOf: () => '2.3' });
const kept = { exposed: 0 };

describe('what the indicator says', () => {
  it.each<[string, ReturnType<typeof say>, string]>([
    ['before anything was saved', say([], { savedAt: null }), 'Answers are saved as you go'],
    ['when all is saved', say([]), 'Saved at 10:42'],
    ['while typing', say([line('q1')]), 'Typing…'],
    ['once it is safe here', say([line('q1')], kept), 'Saved on this device 10:43'],
    ['while saving from memory', say([line('q1')], { inMemoryOnly: true }), 'Saving…'],
    ['when the network is away', say([line('q1', { failures: 1 })], kept), '1 answer waiting, saved on this device 10:43'],
    ['when more wait', say([line('q1', { failures: 1 }), line('q2', { failures: 3 })], kept), '2 answers waiting, saved on this device 10:43'],
    ['when they wait in memory', say([line('q1', { failures: 1 }), line('q2', { failures: 3 })], { inMemoryOnly: true }), '2 answers waiting: keep this page open'],
    ['when the session has ended', say([line('q1')], { signedOut: true }), 'Not saved yet: sign in again to save'],
    ['when the session has ended and all is safe here', say([line('q1')], { ...kept, signedOut: true }), 'Saved on this device: sign in again to send'],
    ['when somebody was quicker here', say([line('q1', { conflict })]), 'Someone else changed this answer: review'],
    ['when somebody was quicker elsewhere', say([line('q2', { conflict })]), 'Someone else changed your answer to 2.3: review'],
    ['when a date cannot be read', say([line('q1', { unreadable: '31/2', rested: true })]), 'Not saved: this answer needs correcting'],
    ['while a date is being typed', say([line('q1', { unreadable: '31/', rested: false })]), 'Typing…'],
  ])('%s', (_, { text }, expected) => {
    expect(text).toBe(expected);
  });

  it('speaks of this question first, and leads to another', () => {
    expect(say([line('q2', { conflict }), line('q1', { conflict })]).place?.questionId).toBe('q1');
    expect(say([line('q2', { conflict })]).place?.questionId).toBe('q2');
  });
});
