import type { ActionState, Gap } from '@attest/domain/actions';
import type { OrganisationKind } from '@attest/domain/questionnaire';
import type { Random } from './random';
import { day } from './rounds';

export interface DemonstrationAction {
  readonly question: string;
  readonly level: string;
  readonly title: string;
  readonly owner: string;
  readonly dueOn: string | null;
  readonly state: ActionState;
  readonly completion: string;
  readonly impact: string;
  readonly plannedAt: string;
  /** When it was said to be done, seen to be, or dropped. */
  readonly endedAt: string | null;
  readonly reason: string;
}

type Standing = Pick<DemonstrationAction, 'state' | 'dueOn'>;

/** What becomes of what is planned, oldest rounds first: most of last year's is done, hardly any of this year's. */
const fates: Readonly<Record<'lastYear' | 'thisYear', readonly (readonly [share: number, standing: (today: string, random: Random) => Standing])[]>> = {
  lastYear: [
    [0.40, (today, random) => ({ state: 'verified', dueOn: day(today, -random.whole(40, 200)) })],
    [0.64, (today, random) => ({ state: 'claimed', dueOn: day(today, -random.whole(2, 60)) })],
    [0.70, (today, random) => ({ state: 'dropped', dueOn: day(today, -random.whole(10, 90)) })],
    [0.84, (today, random) => ({ state: 'open', dueOn: day(today, -random.whole(4, 75)) })],
    [1, (today, random) => ({ state: 'open', dueOn: day(today, random.whole(3, 90)) })],
  ],
  thisYear: [
    [0.06, (today, random) => ({ state: 'claimed', dueOn: day(today, random.whole(2, 30)) })],
    [0.10, (today, random) => ({ state: 'open', dueOn: day(today, -random.whole(1, 6)) })],
    [0.22, () => ({ state: 'open', dueOn: null })],
    [0.48, (today, random) => ({ state: 'open', dueOn: day(today, random.whole(5, 28)) })],
    [1, (today, random) => ({ state: 'open', dueOn: day(today, random.whole(40, 200)) })],
  ],
};

const titles = ['Brief everybody again on', 'Check ten records for', 'Name who answers for', 'Rewrite the procedure for', 'Ask children and staff about'];
const owners: Readonly<Record<OrganisationKind, readonly string[]>> = {
  school: ['Designated Safeguarding Lead', 'Deputy head', 'Safeguarding governor', 'Business manager'],
  agency: ['Section 11 lead', 'Head of service', 'HR manager', 'Training manager'],
};
const shown = ['Minutes of the briefing and who was there', 'Ten records looked at, nine as they should be', 'New procedure agreed by the board', 'Register of those trained, complete'];
const better = [
  'Staff now ask within the day instead of waiting for the next meeting.',
  'Eleven of twelve staff could say whom to tell; last year it was seven.',
  'Children named an adult they would go to, without being helped.',
  'Concerns reach the lead on the day they are seen.',
];

/** One in three schools and more of the agencies plan for up to three of their gaps. */
export function plansOf(gaps: readonly Gap[], kind: OrganisationKind, handedInAt: string, yearsAgo: number, today: string, random: Random): DemonstrationAction[] {
  if (!random.chance(kind === 'school' ? 0.32 : 0.5)) return [];
  return gaps.slice(0, random.whole(1, 3)).map(({ question, level }) => {
    const fate = random.next();
    const { state, dueOn } = fates[yearsAgo > 0 ? 'lastYear' : 'thisYear'].find(([share]) => fate < share)![1](today, random);
    const isDone = state === 'claimed' || state === 'verified';
    return {
      question: question.key, level: level.key, title: `${random.pick(titles)} ${lowerFirst(question.title)}`, owner: dueOn === null ? '' : random.pick(owners[kind]), dueOn, state,
      completion: isDone ? random.pick(shown) : '', impact: state === 'verified' ? random.pick(better) : '',
      plannedAt: handedInAt, endedAt: state === 'open' ? null : endedOn(dueOn!, today),
      reason: state === 'dropped' ? 'The duty went to another organisation in the summer.' : '',
    };
  });
}

const endedOn = (dueOn: string, today: string) => `${dueOn < today ? dueOn : day(today, -1)}T14:00:00Z`;
/** Not an abbreviation, such as "DBS checks". */
const lowerFirst = (text: string) => (/^[A-Z][a-z]/.test(text) ? text.replace(/^./, (first) => first.toLowerCase()) : text);
