import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scenes } from './arbitraries';
import { blockersToSubmit } from './blockers';
import { aQuestion, aSchool, aSection, aTemplate, notApplicable, noted, rated } from './builders';
import { progressOf } from './progress';

describe('how far a return has come', () => {
  const template = aTemplate([
    aSection('1', [aQuestion('1.1'), aQuestion('1.2', { required: false }), aQuestion('1.3', { explanation: 'required' })]),
    aSection('2', [aQuestion('2.1')]),
    aSection('3', [aQuestion('3.1')], { appliesTo: { phases: ['secondary'] } }),
  ]);

  it('keeps answered, not applicable and unanswered apart', () => {
    expect(progressOf(template, aSchool, { 'q-1.1': notApplicable(), 'q-1.3': rated('green') })).toEqual({
      asked: 4, answered: 1, notApplicable: 1, unanswered: 2, required: 3, requiredLeft: 2,
      sections: [
        { key: 's-1', asked: 3, answered: 1, notApplicable: 1, unanswered: 1, required: 2, requiredLeft: 1, state: 'in-progress' },
        { key: 's-2', asked: 1, answered: 0, notApplicable: 0, unanswered: 1, required: 1, requiredLeft: 1, state: 'not-started' },
      ],
    });
  });

  it('calls words without a rating a start', () => {
    expect(progressOf(template, aSchool, { 'q-2.1': noted('draft') }).sections[1]!.state).toBe('in-progress');
  });

  it('completes a section when nothing of it blocks, optional questions or not', () => {
    const answers = { 'q-1.1': rated('red'), 'q-1.3': rated('green', 'Because') };
    expect(progressOf(template, aSchool, answers).sections[0]!.state).toBe('completed');
  });

  it('agrees with the blockers, and its parts add up', () => {
    fc.assert(fc.property(scenes, ({ template, profile, answers }) => {
      const progress = progressOf(template, profile, answers);
      const blocked = new Set(blockersToSubmit(template, profile, answers).map(({ questionKey }) => questionKey));
      expect(progress.requiredLeft).toBe(blocked.size);
      expect(progress.asked).toBe(progress.answered + progress.notApplicable + progress.unanswered);
      expect(progress.sections.every(({ state }) => state === 'completed')).toBe(blocked.size === 0);
    }));
  });
});
