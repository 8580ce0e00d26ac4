import type { Template } from '@attest/domain/questionnaire';
import type { Draft } from '../templates-api';

/** A draft as the API tells it. */
export const aDraft = (template: Template, changes: Partial<Draft> = {}): Draft => ({
  id: 'd1', state: 'draft', revision: 0, template, follows: null, problems: [], advice: [], currentEditions: {}, minutes: 10,
  canUndo: false, canRedo: false, changedAt: '2026-11-22T10:42:00.000Z', changedBy: 'Priya Shah', moves: ['edit'], ...changes,
});
