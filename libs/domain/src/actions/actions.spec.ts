import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { movesFrom } from '../lifecycle';
import { aQuestion, aSchool, aSection, aTemplate, notApplicable, oneToFour, rag, rated } from '../questionnaire/builders';
import { actionMoves, mostPressingFirst, standingOf, standings, type Action } from './action';
import { ageingOf } from './ageing';
import { moveProblems, planProblems } from './action-problems';
import { monthsAfter, usualDueDates } from './due-dates';
import { gapsIn } from './gaps';

const today = '2026-11-25';
const action: Action = { title: 'Train the new governors', owner: 'Head teacher', dueOn: '2027-01-31', state: 'open', completion: '', impact: '' };

describe('how an action stands', () => {
  it.each<[Partial<Action>, string]>([
    [{ dueOn: '2026-11-24' }, 'overdue'],
    [{ dueOn: '2026-11-24', owner: '' }, 'overdue'],
    [{ dueOn: '2026-11-25' }, 'due-soon'],
    [{ dueOn: '2026-12-25' }, 'due-soon'],
    [{ dueOn: '2026-12-26' }, 'on-track'],
    [{ owner: '' }, 'unplanned'],
    [{ dueOn: null }, 'unplanned'],
    [{ state: 'claimed', dueOn: '2020-01-01' }, 'claimed'],
    [{ state: 'verified', owner: '' }, 'verified'],
    [{ state: 'dropped', dueOn: null }, 'dropped'],
  ])('%j is %s', (changes, standing) => {
    expect(standingOf({ ...action, ...changes }, today)).toBe(standing);
  });

  it('puts the most pressing first, and what has no date behind its like', () => {
    const [late, later, undated, ownerless] = [{ ...action, dueOn: '2026-11-01' }, { ...action, dueOn: '2026-11-02' }, { ...action, dueOn: null }, { ...action, owner: '' }];
    expect(mostPressingFirst([action, undated, later, ownerless, late], today)).toEqual([late, later, ownerless, undated, action]);
  });

  it('is counted with those alike; overdue among those still to be done, and of nothing there is no per cent', () => {
    const { counts, overdue } = ageingOf(['overdue', 'unplanned', 'on-track', 'claimed', 'verified', 'dropped', 'overdue']);
    expect(counts).toEqual({ 'overdue': 2, 'unplanned': 1, 'due-soon': 0, 'on-track': 1, 'claimed': 1, 'verified': 1, 'dropped': 1 });
    expect(overdue).toEqual({ count: 2, base: 4, percentage: 50 });
    expect(ageingOf(['claimed', 'dropped']).overdue).toEqual({ count: 0, base: 0, percentage: null });
    fc.assert(fc.property(fc.array(fc.constantFrom(...standings)), (all) => {
      expect(Object.values(ageingOf(all).counts).reduce((sum, count) => sum + count, 0)).toBe(all.length);
    }));
  });

  it('gives every action one standing of the list, whatever is known of it', () => {
    fc.assert(fc.property(fc.record({
      state: fc.constantFrom('open', 'claimed', 'verified', 'dropped'), owner: fc.constantFrom('', 'Lead'),
      dueOn: fc.option(fc.date({ min: new Date('2020-01-01'), max: new Date('2033-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))),
    }) as fc.Arbitrary<Pick<Action, 'state' | 'owner' | 'dueOn'>>, (one) => standings.includes(standingOf(one, today))));
  });
});

describe('what may be done with an action', () => {
  it('is verified only once it is claimed, and nothing is done with what was verified', () => {
    expect(movesFrom(actionMoves, 'open')).toEqual(['claim', 'drop']);
    expect(movesFrom(actionMoves, 'claimed')).toEqual(['verify', 'send-back']);
    expect(movesFrom(actionMoves, 'verified')).toEqual([]);
    expect(movesFrom(actionMoves, 'dropped')).toEqual(['resume']);
  });

  it('needs to show that it was done before it is claimed, and a reason to be dropped or sent back', () => {
    expect(moveProblems('claim', action, '').map(({ where }) => where)).toEqual(['completion']);
    expect(moveProblems('claim', { ...action, completion: 'Register of 3 March', owner: '' }, '').map(({ where }) => where)).toEqual(['owner']);
    expect(moveProblems('claim', { ...action, completion: 'Register of 3 March' }, '')).toEqual([]);
    expect(moveProblems('drop', action, ' ').map(({ where }) => where)).toEqual(['reason']);
    expect(moveProblems('send-back', action, 'The register names nobody')).toEqual([]);
  });

  it('keeps a plan without owner or date, and a date that has passed, but takes no new one in the past', () => {
    expect(planProblems({ ...action, owner: '', dueOn: null }, null, today)).toEqual([]);
    expect(planProblems({ ...action, dueOn: '2026-10-01' }, { ...action, dueOn: '2026-10-01' }, today)).toEqual([]);
    expect(planProblems({ ...action, dueOn: '2026-10-01' }, null, today).map(({ where }) => where)).toEqual(['dueOn']);
    expect(planProblems({ title: 'x', owner: 'o'.repeat(201), dueOn: '2026-02-30' }, null, today).map(({ where }) => where)).toEqual(['title', 'owner', 'dueOn']);
  });
});

describe('what a plan is drafted from', () => {
  const template = aTemplate([aSection('1', [aQuestion('1.1'), aQuestion('1.2'), aQuestion('1.3', { critical: true }), aQuestion('1.4'), aQuestion('1.5', {}, oneToFour), aQuestion('1.6')])]);
  const answers = { 'q-1.1': rated('amber'), 'q-1.2': rated('red'), 'q-1.3': rated('amber'), 'q-1.4': rated('green'), 'q-1.5': rated('4'), 'q-1.6': notApplicable() };

  it('is every answer below the standard: the furthest below first, then the critical ones', () => {
    expect(gapsIn(template, aSchool, answers).map(({ question }) => question.ref)).toEqual(['1.2', '1.5', '1.3', '1.1']);
  });

  it('aims at the nearest level that meets the standard, whichever end of the scale is best', () => {
    const gap = (ref: string) => gapsIn(template, aSchool, answers).find(({ question }) => question.ref === ref)!;
    expect([gap('1.1').goal.key, gap('1.1').goalWording]).toEqual(['green', 'Green in 1.1']);
    expect(gap('1.5').goal.key).toBe('2');
  });

  it('is nothing where every level that was chosen meets the standard', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...rag.levels), { minLength: 6, maxLength: 6 }), (levels) => {
      const given = Object.fromEntries(levels.map(({ key }, at) => [`q-1.${at + 1}`, rated(at === 4 ? '1' : key)]));
      const below = levels.filter(({ meets }, at) => !meets && at !== 4).length;
      expect(gapsIn(template, aSchool, given)).toHaveLength(below);
    }));
  });
});

describe('dates to choose from', () => {
  it('stays in the month it should be in', () => {
    expect(monthsAfter('2026-11-30', 3)).toBe('2027-02-28');
    expect(monthsAfter('2027-11-30', 3)).toBe('2028-02-29');
    expect(monthsAfter('2026-12-31', 1)).toBe('2027-01-31');
  });

  it('offers the end of the term that runs', () => {
    expect(usualDueDates(today).map(({ date }) => date)).toEqual(['2026-12-25', '2027-02-25', '2026-12-18']);
    expect(usualDueDates('2026-12-18').at(-1)!.date).toBe('2027-03-31');
  });
});
