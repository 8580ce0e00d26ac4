import type { BoardState, RoundState } from '@attest/domain/lifecycle';
import { phaseWords, sectorWords } from '@attest/domain/questionnaire';
import type { AreaView, Audience } from '@attest/shared/client';

export const roundStateWords: Readonly<Record<RoundState, string>> = { draft: 'Draft', open: 'Open', closed: 'Closed' };
export const roundStateTones = { draft: 'plain', open: 'open', closed: 'quiet' } as const satisfies Record<RoundState, string>;

export const boardStateWords: Readonly<Record<BoardState, string>> = {
  'not-started': 'Not started', 'in-progress': 'In progress', 'signing': 'Being signed', 'submitted': 'Submitted', 'submitted-late': 'Submitted late', 'overdue': 'Overdue', 'exempt': 'Exempt',
};
export const boardStateTones = {
  'not-started': 'plain', 'in-progress': 'open', 'signing': 'open', 'submitted': 'done', 'submitted-late': 'attention', 'overdue': 'problem', 'exempt': 'quiet',
} as const satisfies Record<BoardState, string>;

export interface Limit {
  readonly label: string;
  readonly values: string;
}

/** What an audience is limited to; a list that is empty limits nothing and is not told. */
export function limitsOf(audience: Audience, areas: readonly AreaView[]): Limit[] {
  const limits = [
    { label: 'Areas', values: audience.areaIds.map((id) => areas.find((area) => area.id === id)?.name ?? 'an area of the past') },
    { label: 'Phases', values: audience.phases.map((phase) => phaseWords[phase]) },
    { label: 'Sectors', values: audience.sectors.map((sector) => sectorWords[sector]) },
    { label: 'Types', values: audience.types },
  ];
  return limits.filter(({ values }) => values.length > 0).map(({ label, values }) => ({ label, values: values.join(', ') }));
}

export const asked = (count: number, kind: 'school' | 'agency'): string =>
  kind === 'school' ? `${count} ${count === 1 ? 'school' : 'schools'}` : `${count} ${count === 1 ? 'agency' : 'agencies'}`;
