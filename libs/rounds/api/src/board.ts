import { boardState, boardStates, nextStep, type BoardState } from '@attest/domain/lifecycle';
import { groupInWords, type Step } from '@attest/domain/questionnaire';
import { responseRate } from '@attest/domain/measures';
import type { BoardRow, BoardView, RoundView } from './rounds.dto';
import type { MemberRow } from './rounds.queries';

/** Whom to chase first. */
const concern: Readonly<Record<BoardState, number>> = {
  'overdue': 0, 'not-started': 1, 'in-progress': 2, 'signing': 3, 'submitted-late': 4, 'submitted': 5, 'exempt': 6,
};

/** The return board: rates stand on the denominator the round was opened with, less who was exempted since, not on today's list. */
export function boardOf(round: RoundView, steps: readonly Step[], members: readonly MemberRow[], now: { readonly today: string; readonly asOf: string }): BoardView {
  const rows = inOrder(members.map((member) => rowOf(member, round, steps, now.today)));
  const counts = boardStates.map((state) => ({ state, count: rows.filter((row) => row.state === state).length }));
  const submitted = rows.filter(({ state }) => state === 'submitted' || state === 'submitted-late').length;
  const denominator = round.denominator ?? 0;
  return {
    round, counts, submitted, denominator, rows,
    asOf: now.asOf,
    responseRate: responseRate({ submitted, denominator }, 1).percentage,
    pastDue: now.today > round.dueOn,
  };
}

function rowOf(member: MemberRow, { dueOn, finalOn }: RoundView, steps: readonly Step[], today: string): BoardRow {
  const { organisationId, organisationName, area, submissionId, answered, required, lastSavedAt, submittedAt } = member;
  const state = boardState({ submissionState: member.state, submittedOn: member.submittedOn, due: dueOn, final: laterOf(finalOn, member.reopenedUntil), today, exempt: member.exempt });
  return {
    organisationId, organisationName, area, state, submissionId, answered, required,
    accepted: member.state === 'accepted',
    signsNext: member.signed?.length ? nextStep(steps, member.signed.map((step) => ({ step, personId: '' })))?.who ?? null : null,
    group: groupInWords(member),
    lastSavedAt: lastSavedAt?.toISOString() ?? null,
    submittedAt: submittedAt?.toISOString() ?? null,
  };
}

/** A return that was opened again has until then. ISO dates. */
const laterOf = (one: string, other: string | null) => (other !== null && other > one ? other : one);

/** By name within each state. Not by `localeCompare`, whose order changes with the machine. */
function inOrder(rows: readonly BoardRow[]): BoardRow[] {
  return rows.map((row) => ({ row, name: row.organisationName.toLowerCase() }))
    .sort((a, b) => concern[a.row.state] - concern[b.row.state] || (a.name < b.name ? -1 : Number(a.name > b.name)))
    .map(({ row }) => row);
}
