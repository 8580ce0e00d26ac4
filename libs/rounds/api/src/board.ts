import { boardState, boardStates, type BoardState } from '@attest/domain/lifecycle';
import { groupInWords } from '@attest/domain/questionnaire';
import { responseRate } from '@attest/domain/rollup';
import type { BoardRow, BoardView, RoundView } from './rounds.dto';
import type { MemberRow } from './rounds.queries';

/** Whom to chase first. */
const concern: Readonly<Record<BoardState, number>> = {
  'overdue': 0, 'not-started': 1, 'in-progress': 2, 'submitted-late': 3, 'submitted': 4, 'exempt': 5,
};

/** The return board: rates stand on the denominator the round was opened with, less who was exempted since, not on today's list. */
export function boardOf(round: RoundView, members: readonly MemberRow[], now: { readonly today: string; readonly asOf: string }): BoardView {
  const rows = members.map((member) => rowOf(member, round, now.today)).sort((a, b) => concern[a.state] - concern[b.state] || byName(a, b));
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

function rowOf(member: MemberRow, { dueOn, finalOn }: RoundView, today: string): BoardRow {
  const { organisationId, organisationName, area, submissionId, answered, required, lastSavedAt, submittedAt } = member;
  const state = boardState({ submissionState: member.state, submittedOn: member.submittedOn, due: dueOn, final: finalOn, today, exempt: member.exempt });
  return {
    organisationId, organisationName, area, state, submissionId, answered, required,
    group: groupInWords(member),
    lastSavedAt: lastSavedAt?.toISOString() ?? null,
    submittedAt: submittedAt?.toISOString() ?? null,
  };
}

/** Not `localeCompare`, whose order changes with the machine. */
function byName({ organisationName: a }: BoardRow, { organisationName: b }: BoardRow): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : Number(left > right);
}
