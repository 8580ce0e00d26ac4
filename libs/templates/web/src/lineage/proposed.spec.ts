import { expect, it } from '@jest/globals';
import { applyEdits } from '@attest/domain/authoring';
import { lineageProblems } from '@attest/domain/lineage';
import { questionsOf } from '@attest/domain/questionnaire';
import { aQuestion, aSection, aTemplate } from '../../../../domain/src/questionnaire/builders';
import { proposedEdits } from './proposed';

const before = aTemplate([aSection('1', [aQuestion('1.1'), aQuestion('1.2'), aQuestion('1.3')])], { edition: '2025-26' });
const after = aTemplate([aSection('1', [aQuestion('1.1'), { ...aQuestion('1.2'), wording: 'Asked otherwise?', lineage: { kind: 'same', from: ['q-1.2'], note: 'Clearer.' } }])], { follows: '2025-26' });

it('gives every question a past or none, and every old one a fate', () => {
  const made = applyEdits(after, proposedEdits(before, after));
  if ('refused' in made) throw new Error(made.refused);
  expect(lineageProblems(before, made.template)).toEqual([]);
  expect(questionsOf(made.template).map(({ lineage }) => lineage)).toEqual([{ kind: 'same', from: ['q-1.1'] }, { kind: 'reworded', from: ['q-1.2'], note: 'Clearer.' }]);
  expect(made.template.retired).toEqual([{ key: 'q-1.3', ref: '1.3', title: 'Title 1.3', note: '' }]);
  expect(proposedEdits(before, made.template)).toEqual([]);
});
