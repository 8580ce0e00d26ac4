import { describe, expect, it } from '@jest/globals';
import type { LevelView, QuestionCell, QuestionColumnView, QuestionHeatmapView } from '@attest/shared/client';
import { drawAnswer, drawQuestionRows, levelsIn } from './question-cells';

const levels = [{ key: 'green', letter: 'G', word: 'Met', colour: 'green', meets: true }, { key: 'red', letter: 'R', word: 'Not met', colour: 'red', meets: false }] as LevelView[];
const question = (id: string) => ({ id, ref: id, title: id, levels }) as unknown as QuestionColumnView;
const cell = (of: Partial<QuestionCell> = {}): QuestionCell => ({ state: 'rated', level: 'red', last: null, movement: null, ...of });

describe('an answer in the table of questions', () => {
  it('shows its letter, says its word and which way it went, and leads to its question', () => {
    expect(drawAnswer(cell(), question('q'), '/q')).toEqual({ key: 'q', text: 'R', look: 'red', arrow: '', words: 'Not met', href: '/q' });
    expect(drawAnswer(cell({ last: 'green', movement: 'down' }), question('q'), '/q')).toMatchObject({ arrow: '▼', words: 'Not met, was Met last round: down' });
    expect(drawAnswer(cell({ last: 'red', movement: 'same' }), question('q'), '/q')).toMatchObject({ arrow: '=', words: 'Not met, same as last round' });
  });

  it('tells four absences apart, never as a blank, and leads nowhere from them', () => {
    const drawn = (['not-applicable', 'unanswered', 'not-asked', 'not-returned'] as const).map((state) => drawAnswer(cell({ state, level: null }), question('q'), '/q'));
    expect(drawn.map(({ text, words, href }) => [text, words, href])).toEqual([['N/A', 'Not applicable', null], ['–', 'Not answered', null], ['[z]', 'Not asked', null], ['[x]', 'Not returned', null]]);
  });

  it('counts what is below the standard along a row, by each question’s own scale', () => {
    const view = {
      round: { id: 'r', name: 'R' }, questions: [question('a'), question('b'), question('c')],
      rows: [{ organisationId: 'ash', name: 'Ash', area: null, group: 'Primary', submissionId: 's', returned: true, cells: [cell(), cell({ level: 'green' }), cell({ state: 'not-asked', level: null })], base: 2, percentMeets: 50 }],
    } as unknown as QuestionHeatmapView;
    expect(drawQuestionRows(view, (id) => `/${id}`)[0]).toMatchObject({ below: 1, base: 2, meets: '50.0%', area: 'All areas', cells: [{ href: '/a' }, { href: '/b' }, { href: null }] });
    expect(levelsIn(view.questions)).toEqual(levels);
  });
});
