import { describe, expect, it } from '@jest/globals';
import type { Answer } from './answer';
import { isAnswered, isNotApplicable } from './answer-state';
import { notApplicable, noted, rated, valued } from './builders';

describe('the three facts about an answer', () => {
  it.each<[string, Answer | undefined, 'answered' | 'not applicable' | 'unanswered']>([
    ['nothing', undefined, 'unanswered'],
    ['words without a rating', noted('draft'), 'unanswered'],
    ['a rating', rated('green'), 'answered'],
    ['nought', valued(0), 'answered'],
    ['blank words', valued(' '), 'unanswered'],
    ['no choices', valued([]), 'unanswered'],
    ['a blank person', valued({ name: '', role: '', email: '' }), 'unanswered'],
    ['half a person', valued({ name: '', role: 'Head' }), 'answered'],
    ['a reason', notApplicable(), 'not applicable'],
    ['a reason still to come', notApplicable(''), 'not applicable'],
    ['a rating that nobody has checked yet', { ...rated('green'), toCheck: true }, 'unanswered'],
    ['a reason that nobody has checked yet', { ...notApplicable(), toCheck: true }, 'unanswered'],
    ['a rating that was checked', { ...rated('green'), toCheck: false }, 'answered'],
    ['a rating stored beside a reason', { ...rated('green'), naReason: '' }, 'not applicable'],
  ])('%s', (_, answer, fact) => {
    expect([isAnswered(answer), isNotApplicable(answer)]).toEqual([fact === 'answered', fact === 'not applicable']);
  });
});
