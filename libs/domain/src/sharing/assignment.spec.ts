import { describe, expect, it } from '@jest/globals';
import { assignmentProblems, dueOffers, shortName } from './index';

describe('giving a part of a return to a colleague', () => {
  const fine = { mayAnswer: true, dueOn: '2026-12-01', today: '2026-11-22', finalOn: '2027-01-29' };

  it.each([
    ['somebody who may answer, by a day to come', {}, []],
    ['no day in particular', { dueOn: null }, []],
    ['today', { dueOn: '2026-11-22' }, []],
    ['the last day', { dueOn: '2027-01-29' }, []],
    ['somebody who only reads', { mayAnswer: false }, ['colleagueId']],
    ['yesterday', { dueOn: '2026-11-21' }, ['dueOn']],
    ['after the return is taken', { dueOn: '2027-01-30' }, ['dueOn']],
    ['no such day', { dueOn: '2026-02-30' }, ['dueOn']],
    ['both wrong', { mayAnswer: false, dueOn: '2026-11-21' }, ['colleagueId', 'dueOn']],
  ])('%s', (_, changes, wheres) => {
    expect(assignmentProblems({ ...fine, ...changes }).map(({ where }) => where)).toEqual(wheres);
  });
});

describe('the days that are offered', () => {
  it.each([
    ['plenty of time', '2026-11-22', '2026-12-11', ['2026-11-29', '2026-12-06', '2026-12-11']],
    ['ten days left', '2026-12-01', '2026-12-11', ['2026-12-08', '2026-12-11']],
    ['a week left: said once', '2026-12-04', '2026-12-11', ['2026-12-11']],
    ['due today', '2026-12-11', '2026-12-11', ['2026-12-11']],
    ['past the due date', '2026-12-12', '2026-12-11', []],
    ['over the end of a year', '2026-12-28', '2027-01-29', ['2027-01-04', '2027-01-11', '2027-01-29']],
  ])('with %s', (_, today, dueOn, days) => {
    expect(dueOffers(today, dueOn).map(({ on }) => on)).toEqual(days);
  });
});

it('shortens a name to what a list has room for', () => {
  expect(['Priya Shah', 'Jamila  Noor Ahmed', 'Cher', ' Tom Fenwick ', '🦉 Owl'].map(shortName)).toEqual(['P Shah', 'J Ahmed', 'Cher', 'T Fenwick', '🦉 Owl']);
});
