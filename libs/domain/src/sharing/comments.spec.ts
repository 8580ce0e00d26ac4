import { describe, expect, it } from '@jest/globals';
import { mentionBegun, mentionsIn, requestedChanges } from './index';

const colleagues = [{ id: 'a', name: 'Ann' }, { id: 'b', name: 'Ann Lee' }, { id: 'c', name: 'Priya Shah' }, { id: 'd', name: '' }];

describe('whom a comment speaks to', () => {
  it.each([
    ['nobody', 'Can we cite the audit?', []],
    ['somebody by their whole name', 'Ask @Priya Shah, please', ['c']],
    ['whatever the case', '@priya shah?', ['c']],
    ['the longer of two names', '@Ann Lee and @Ann', ['b', 'a']],
    ['not somebody whose name is the beginning of a word', '@Anna @Ann1', []],
    ['not by half a name', '@Priya', []],
    ['not without the @', 'Priya Shah', []],
    ['once, however often', '@Ann @Ann @@Ann', ['a']],
  ])('%s', (_, words, ids) => { expect(mentionsIn(words, colleagues)).toEqual(ids); });

  it('sees that a name is being typed', () => {
    expect(['@', 'Ask @pri', 'Ask @Priya S', 'a@b', 'done. ', '@Priya Shah,'].map(mentionBegun)).toEqual(['', 'pri', 'Priya S', null, null, null]);
  });
});

it('changes that are asked for stand in the way once a question, in printed order, and only while it is asked', () => {
  const asked = [{ id: 'q1', ref: '1.1', title: 'One' }, { id: 'q2', ref: '1.2', title: 'Two' }];
  expect(requestedChanges(asked, ['q2', 'gone', 'q1', 'q2']).map(({ ref, detail }) => [ref, detail])).toEqual([['1.1', 'Settle the changes asked for in 1.1 One'], ['1.2', 'Settle the changes asked for in 1.2 Two']]);
});
