import type { Finding, FindingsFacts, FoundLevel, StandardFacts } from './facts';
import { countOf, inPercent, inWords, lastRound, notMeeting, outOf, spread } from './sentences';

/** The name of this list of rules; it stands with every page of findings. A changed threshold or sentence gets another name. */
export const findingsRules = 'findings-1';

export interface Rule {
  readonly key: string;
  readonly name: string;
  /** What it looks for, with its thresholds in it. */
  readonly looksFor: string;
  readonly find: (facts: FindingsFacts) => readonly Omit<Finding, 'rule'>[];
  /** Said where it finds nothing. */
  readonly nothing: string;
}

/** `share` of `base` in hundredths, in whole numbers: no fraction decides whether something is a finding. */
const reaches = (count: number, base: number, hundredths: number) => base > 0 && count * 100 >= base * hundredths;
/** By how many hundredths one share is above another, times both bases. */
const isAbove = (one: Share, other: Share, hundredths: number) => one.count * other.base * 100 - other.count * one.base * 100 >= hundredths * one.base * other.base;
interface Share { readonly count: number; readonly base: number }

/** By the share at these levels, the largest first. */
function weakestFirst(standards: readonly StandardFacts[], levels: readonly FoundLevel[]): StandardFacts[] {
  return standards.toSorted((a, b) => countOf(b, levels) * a.base - countOf(a, levels) * b.base);
}

const WEAK = 25;
const MOVED = 10;
const APART = 20;
const FEWEST = 5;

/** Count first, a percentage from ten up, the round before only where a level means the same; what something comes from is never said. */
export const rules: readonly Rule[] = [
  {
    key: 'low-response', name: 'Low response', looksFor: 'Fewer than 80 in 100 of those asked have returned.', nothing: 'At least 80 in 100 of those asked have returned.',
    find: ({ asked, returned, who }) => (asked === 0 || reaches(returned, asked, 80) ? [] : [{
      tone: 'concern', sentence: `${outOf(returned, asked, who)} have returned${inPercent(returned, asked)}.`, evidence: `${returned} returned, ${asked - returned} not returned; ${asked} asked`, place: { kind: 'round' },
    }]),
  },
  {
    key: 'weak-standard', name: 'Weak standard', looksFor: `${WEAK} in 100 or more of those rated, and at least two, do not meet a standard.`, nothing: `No standard is missed by ${WEAK} in 100 or more.`,
    find: ({ standards, levels, who }) => weakestFirst(standards, notMeeting(levels)).flatMap((standard) => {
      const below = notMeeting(levels);
      const count = countOf(standard, below);
      if (count < 2 || !reaches(count, standard.base, WEAK)) return [];
      const before = standard.last ? lastRound(countOf(standard.last, below), standard.last) : '';
      return [{ tone: 'concern' as const, sentence: `${outOf(count, standard.base, who)} rate ${standard.title} ${inWords(below)}${inPercent(count, standard.base)}${before}.`, evidence: spread(standard, levels), place: { kind: 'standard' as const, key: standard.key } }];
    }),
  },
  {
    key: 'worst-level', name: 'At the worst level', looksFor: 'Two or more stand at the worst level of a standard.', nothing: 'No standard has two or more at its worst level.',
    find: ({ standards, levels, who }) => weakestFirst(standards, levels.slice(-1)).flatMap((standard) => {
      const worst = levels.at(-1);
      const count = worst ? countOf(standard, [worst]) : 0;
      if (!worst || count < 2) return [];
      return [{ tone: 'concern' as const, sentence: `${outOf(count, standard.base, who)} rate ${standard.title} ${inWords([worst])}${inPercent(count, standard.base)}.`, evidence: spread(standard, levels), place: { kind: 'standard' as const, key: standard.key } }];
    }),
  },
  movedRule('declined', 'Fewer meet it', 'concern', -1),
  movedRule('improved', 'More meet it', 'better', 1),
  {
    key: 'group-apart', name: 'A group apart', looksFor: `In a peer group of ${FEWEST} or more, the share that does not meet a standard is at least ${APART} points above that of all others together.`, nothing: `No peer group is ${APART} points or more above the others.`,
    find: ({ standards, levels }) => standards.flatMap((standard) => standard.groups.flatMap((group) => {
      const below = notMeeting(levels);
      const one = { count: countOf(group, below), base: group.base };
      const others = { count: countOf(standard, below) - one.count, base: standard.base - one.base };
      if (one.base < FEWEST || others.base < FEWEST || !isAbove(one, others, APART)) return [];
      return [{ tone: 'concern' as const, sentence: `${group.label}: ${one.count} of ${one.base} rate ${standard.title} ${inWords(below)}${inPercent(one.count, one.base)}; of all others ${others.count} of ${others.base}${inPercent(others.count, others.base)}.`, evidence: spread(group, levels), place: { kind: 'groups' as const } }];
    })),
  },
  {
    key: 'rated-lower', name: 'Rated lower when moderated', looksFor: 'Of three or more moderated ratings of a standard, 20 in 100 or more are lower than the self rating.', nothing: 'No standard has 20 in 100 or more of its moderated ratings below the self rating.',
    find: ({ standards }) => standards.flatMap(({ key, title, moderated, overrated }) => (moderated < 3 || !reaches(overrated, moderated, 20) ? [] : [{
      tone: 'note' as const, sentence: `${overrated} of ${moderated} moderated ratings of ${title} are lower than the self rating${inPercent(overrated, moderated)}.`, evidence: `${overrated} lower, ${moderated - overrated} the same or higher; ${moderated} moderated`, place: { kind: 'standard' as const, key },
    }])),
  },
  {
    key: 'often-not-applicable', name: 'Often not applicable', looksFor: '25 in 100 or more of the answers to a question, and at least three, say that it does not apply.', nothing: 'No question is said not to apply by 25 in 100 or more.',
    find: ({ questions, who }) => questions.flatMap(({ id, ref, title, base, notApplicable }) => {
      const answered = base + notApplicable;
      if (notApplicable < 3 || !reaches(notApplicable, answered, 25)) return [];
      return [{ tone: 'note' as const, sentence: `${outOf(notApplicable, answered, who)} say that ${ref} ${title} does not apply to them${inPercent(notApplicable, answered)}.`, evidence: `${notApplicable} not applicable, ${base} answered with a level`, place: { kind: 'question' as const, id } }];
    }),
  },
  {
    key: 'unchanged-words', name: 'Words as last round', looksFor: 'Of ten or more answers begun with the words of the round before, 50 in 100 or more were left word for word.', nothing: 'Most answers begun with the words of the round before were changed, or few were begun so.',
    find: ({ carried: { unchanged, taken } }) => (taken < 10 || !reaches(unchanged, taken, 50) ? [] : [{
      tone: 'note', sentence: `${unchanged} of ${taken} answers that were begun with the words of the round before stand word for word${inPercent(unchanged, taken)}.`, evidence: `${unchanged} unchanged, ${taken - unchanged} changed; ${taken} begun so`, place: { kind: 'round' },
    }]),
  },
  {
    key: 'overdue-actions', name: 'Overdue actions', looksFor: 'One action or more is past its date.', nothing: 'No action is past its date.',
    find: ({ actions: { overdue, open } }) => (overdue === 0 ? [] : [{
      tone: 'concern', sentence: `${overdue} of ${open} open ${open === 1 ? 'action' : 'actions'} ${overdue === 1 ? 'is' : 'are'} past ${overdue === 1 ? 'its' : 'their'} date${inPercent(overdue, open)}.`, evidence: `${overdue} overdue, ${open - overdue} in time; ${open} open`, place: { kind: 'actions' },
    }]),
  },
];

function movedRule(key: string, name: string, tone: 'concern' | 'better', way: 1 | -1): Rule {
  const more = way === 1 ? 'more' : 'fewer';
  return {
    key, name, looksFor: `The share that meets a standard is ${MOVED} points or more ${way === 1 ? 'above' : 'below'} that of the round before, with ten or more rated in both.`, nothing: `No standard is met by ${MOVED} points ${more} than last round, where the two can be compared.`,
    find: ({ standards, levels, who }) => standards.flatMap((standard) => {
      const { last } = standard;
      if (!last || standard.base < 10 || last.base < 10) return [];
      const meeting = levels.filter(({ meets }) => meets);
      const [now, then] = [{ count: countOf(standard, meeting), base: standard.base }, { count: countOf(last, meeting), base: last.base }];
      if (!(way === 1 ? isAbove(now, then, MOVED) : isAbove(then, now, MOVED))) return [];
      return [{ tone, sentence: `${outOf(now.count, now.base, who)} meet ${standard.title}${inPercent(now.count, now.base)}${lastRound(then.count, last)}.`, evidence: `Now ${spread(standard, levels)}. Last round ${spread(last, levels)}`, place: { kind: 'standard' as const, key: standard.key } }];
    }),
  };
}

/** What each rule finds, in the order of the list; where it finds nothing, that. */
export function findingsIn(facts: FindingsFacts): Finding[] {
  return rules.flatMap(({ key, find, nothing }) => {
    const found = find(facts);
    if (found.length === 0) return [{ rule: key, tone: 'nothing' as const, sentence: nothing, evidence: '', place: { kind: 'round' as const } }];
    return found.map((finding) => ({ rule: key, ...finding }));
  });
}
