import { describe, expect, it } from '@jest/globals';
import type { PublishedFigure, PublishedView } from '@attest/shared/client';
import { standardsOf, summaryTables } from './published-tables';

const categories = [{ key: 'green', word: 'Met', letter: 'G', colour: 'green', meets: true }, { key: 'not-asked', word: 'Not asked', letter: '', colour: '', meets: null }];
const row = (label: string, count: number | null) => ({ label, counts: [{ count }, { count: 0 }], base: count, percentMeets: count && 100 });
const figure = (kind: 'standard' | 'question', key: string, standard: string, own: PublishedFigure['own'] = []): PublishedFigure =>
  ({ kind, key, standard, ref: key, title: `Title ${key}`, categories, rows: [row('All', 12), row('Primary', null)], own });
const view = (own: PublishedView['own'] = []): PublishedView => ({
  round: { id: 'r', name: 'Round' }, audience: 'respondents', publishedAt: null, minimum: 5, returned: 12, asked: 12, groups: [], areas: [], own,
  figures: [figure('standard', '1', '1', own.map(({ id }) => ({ organisationId: id, category: 'green' }))), figure('question', '1.1', '1'), figure('question', '1.2', '1'), figure('standard', '2', '2')],
});

describe('published figures in tables', () => {
  it('have a row a standard, with one\'s own level beside it', () => {
    const [table, ...others] = summaryTables(view([{ id: 'ours', name: 'Ash' }]));
    expect(others).toEqual([]);
    expect(table!.rows.map(({ label, own }) => [label, own])).toEqual([['1 Title 1', 'Met'], ['2 Title 2', '']]);
  });

  it('name the schools of a trust', () => {
    expect(summaryTables(view([{ id: 'a', name: 'Ash' }, { id: 'b', name: 'Birch' }]))[0]!.rows[0]!.own).toBe('Ash: Met; Birch: Met');
  });

  it('have the questions under their standard, and nothing under a standard without any', () => {
    expect(standardsOf(view(), null).map(({ title, tables, questions }) => [title, tables.length, questions[0]!.rows.map(({ label }) => label)])).toEqual([['1 Title 1', 0, ['1.1 Title 1.1', '1.2 Title 1.2']]]);
  });

  it('broken down, have a row a group', () => {
    const standards = standardsOf(view(), 'Peer group');
    expect(standards.map(({ tables }) => tables[0]!.rows.map(({ label }) => label))).toEqual([['All', 'Primary'], ['All', 'Primary']]);
    expect(standards[0]!.questions.map(({ caption }) => caption)).toEqual(['1.1 Title 1.1', '1.2 Title 1.2']);
  });
});
