import { describe, expect, it } from '@jest/globals';
import { aQuestion, aSection } from '../questionnaire/builders';
import type { Edit } from './edits';
import { stepsOf, touches, type Happened } from './history';

const happened = (...kinds: Happened['kind'][]) => stepsOf(kinds.map((kind, at) => ({ seq: at + 1, kind })));

describe('what can be taken back and made again', () => {
  it.each<[Happened['kind'][], number | null, number | null]>([
    [[], null, null],
    [['edit'], 1, null],
    [['edit', 'edit'], 2, null],
    [['edit', 'edit', 'undo'], 1, 3],
    [['edit', 'edit', 'undo', 'undo'], null, 4],
    [['edit', 'edit', 'undo', 'undo', 'redo'], 5, 3],
    [['edit', 'edit', 'undo', 'undo', 'redo', 'redo'], 6, null],
    [['edit', 'undo', 'edit'], 3, null],
    [['edit', 'undo', 'redo', 'undo'], null, 4],
  ])('after %j: %s and %s', (kinds, undo, redo) => expect(happened(...kinds)).toEqual({ undo, redo }));
});

describe('edits that have to do with the same', () => {
  const question = aQuestion('1.1', { key: 'q' });
  const meet = (one: Edit, other: Edit) => touches([one]).some((word) => touches([other]).includes(word));
  it.each<[string, Edit, Edit, boolean]>([
    ['one setting', { edit: 'settings', changes: { title: 'A' } }, { edit: 'settings', changes: { title: 'B' } }, true],
    ['two settings', { edit: 'settings', changes: { title: 'A' } }, { edit: 'settings', changes: { purpose: 'B' } }, false],
    ['one question', { edit: 'change-question', question }, { edit: 'remove-question', key: 'q' }, true],
    ['two questions', { edit: 'change-question', question }, { edit: 'change-question', question: aQuestion('1.2', { key: 'r' }) }, false],
    ['what a question says, and its place', { edit: 'change-question', question }, { edit: 'move-question', key: 'q', section: 's', at: 0 }, false],
    ['its place twice', { edit: 'move-question', key: 'q', section: 's', at: 1 }, { edit: 'move-question', key: 'q', section: 't', at: 0 }, true],
    ['a section, and a question that somebody put into it', { edit: 'remove-section', key: 's' }, { edit: 'add-question', section: 's', question, at: 0 }, true],
    ['a new section, and a question it came with', { edit: 'add-section', section: aSection('1', [question]), at: 0 }, { edit: 'change-question', question }, true],
    ['the words of a section, and a question in it', { edit: 'change-section', key: 's', changes: { title: 'A' } }, { edit: 'add-question', section: 's', question, at: 0 }, false],
    ['the places of two sections', { edit: 'move-section', key: 's', at: 0 }, { edit: 'move-section', key: 't', at: 0 }, false],
  ])('%s', (_, one, other, same) => expect(meet(one, other)).toBe(same));
});
