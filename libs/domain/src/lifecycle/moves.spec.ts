import { describe, expect, it } from '@jest/globals';
import { isEditable, movesFrom, roundMoves, roundStates, stateAfter, submissionMoves, submissionStates } from './index';

describe('a submission', () => {
  it.each([
    ['not-started', { start: 'in-progress' }],
    ['in-progress', { sign: 'signing', submit: 'submitted' }],
    ['signing', { sign: 'signing', submit: 'submitted', sendBack: 'in-progress', sendBackReopened: 'reopened' }],
    ['submitted', { reopen: 'reopened', accept: 'accepted' }],
    ['reopened', { sign: 'signing', submit: 'submitted' }],
    ['accepted', { reopen: 'reopened' }],
  ] as const)('that is %s', (state, after) => {
    for (const [move, expected] of Object.entries(after)) {
      expect([move, stateAfter(submissionMoves, move as keyof typeof submissionMoves, state)]).toEqual([move, expected]);
    }
    expect(movesFrom(submissionMoves, state)).toEqual(Object.keys(after));
  });

  it('is written in until it is signed, and again once it is reopened', () => {
    expect(submissionStates.filter(isEditable)).toEqual(['not-started', 'in-progress', 'reopened']);
  });

  it('is never stuck: every state can be left', () => {
    for (const state of submissionStates) expect(movesFrom(submissionMoves, state)).not.toEqual([]);
  });

  it('is sent back or reopened for a reason, and for nothing else is one needed', () => {
    expect(Object.entries(submissionMoves).filter(([, move]) => 'needs' in move).map(([name]) => name)).toEqual(['sendBack', 'sendBackReopened', 'reopen']);
  });
});

describe('a round', () => {
  it('opens, closes and reopens', () => {
    expect(roundStates.map((state) => movesFrom(roundMoves, state))).toEqual([['open'], ['close'], ['reopen']]);
    expect(stateAfter(roundMoves, 'reopen', 'closed')).toBe('open');
    expect(stateAfter(roundMoves, 'close', 'draft')).toBeNull();
  });
});
