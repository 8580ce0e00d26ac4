import { dayInWords } from '@attest/domain/questionnaire';
import type { PracticeExample } from '@attest/insight/api';
import type { Block, LevelMark, Line, Paper } from '@attest/shared/api';
import { levelBar, plannedTable, type Planned, type ReceiptView } from '@attest/submissions/api';

/** A rating that the group made its own. */
export interface Moderated {
  readonly section_key: string;
  readonly level: string | null;
  readonly reason: string | null;
}

export interface LetterFacts {
  readonly receipt: ReceiptView;
  readonly moderated: readonly Moderated[];
  readonly planned: readonly Planned[];
  /** Of its round, in words that were written for those who took part. */
  readonly practice: readonly PracticeExample[];
  readonly partnership: string;
  /** ISO date. */
  readonly day: string;
  /** Whom to ask. */
  readonly contact: { readonly name: string; readonly email: string };
}

const ways = { up: '↑ Up', down: '↓ Down', same: '→ The same' } as const;

/** What an organisation is told about its own return. Of others it says what any of them may know: what was published. */
export function letterPaper(facts: LetterFacts): Paper {
  const { receipt, partnership, day, contact, planned } = facts;
  return {
    title: `Feedback on your return: ${receipt.round.name}`, caption: receipt.organisation.name, language: 'en-GB', foot: `${partnership}. Reference ${receipt.reference}`,
    blocks: [
      { kind: 'text', line: `${partnership}, ${dayInWords(day)}` },
      { kind: 'text', line: `Thank you for your return, which ${receipt.submittedBy}, ${receipt.role}, submitted on ${dayInWords(dayOf(receipt.submittedAt))}. This letter says how it was read.` },
      { kind: 'heading', depth: 1, text: 'Your result' },
      { kind: 'text', as: 'lead', line: overall(facts) },
      ...(receipt.overall.explanation[0] ? [{ kind: 'text', line: receipt.overall.explanation[0] } as const] : []),
      ...levelBar(receipt),
      results(facts),
      ...differences(facts),
      { kind: 'heading', depth: 1, text: 'Beside others like you' },
      ...besideOthers(receipt),
      ...(planned.length > 0 ? plannedTable(planned) : [{ kind: 'heading', depth: 1, text: 'What is planned' } as const, { kind: 'text', line: 'No action has been planned in Attest yet.' } as const]),
      ...goodPractice(facts),
      { kind: 'heading', depth: 1, text: 'Whom to ask' },
      { kind: 'text', line: `The business unit of ${partnership}: ${contact.name}, ${contact.email}.` },
    ],
  };
}

function overall({ receipt, moderated }: LetterFacts): Line {
  const { overall: { level, last, movement } } = receipt;
  const now = moderatedLevel(receipt, moderated, '');
  if (!level) return 'Overall: not rated';
  return ['Overall: ', { level }, ...(now ? [' as you rated yourselves, ', { level: now }, ' as we read it'] : []), ...(movement && last ? [`, ${{ up: 'up from', down: 'down from', same: 'the same as' }[movement]} `, { level: last }, ` in ${receipt.lastRoundName}`] : [])];
}

function results({ receipt, moderated }: LetterFacts): Block {
  const rated = receipt.sections.filter(({ level, last }) => level !== null || last !== null);
  const [differs, compared] = [rated.some(({ key }) => moderatedLevel(receipt, moderated, key)), rated.some(({ last }) => last !== null)];
  return {
    kind: 'table', table: {
      caption: compared ? `Result of each standard, beside ${receipt.lastRoundName}` : 'Result of each standard',
      columns: [{ head: 'Standard', width: 5 }, { head: 'Your rating', width: 2 }, ...(differs ? [{ head: 'Our rating', width: 2 }] : []), ...(compared ? [{ head: 'Last time', width: 2 }, { head: 'Movement', width: 2 }] : [])],
      rows: rated.map(({ key, ref, title, level, last, movement }) => [
        `${ref} ${title}`, marked(level), ...(differs ? [marked(moderatedLevel(receipt, moderated, key) ?? level)] : []),
        ...(compared ? [marked(last), movement ? ways[movement] : 'Not comparable'] : []),
      ]),
    },
  };
}

const bands = { 'higher': 'Higher than more than half', 'in-line': 'In line', 'lower': 'Lower than more than half', 'hidden': '[c]' } as const;

/** Where it stands among its peers, and never where any of them stands. */
function besideOthers({ overall: all, sections, peersIn }: ReceiptView): Block[] {
  const rated = [all, ...sections].filter(({ peers: { band } }) => band !== null);
  if (rated.length === 0 || !peersIn) return [{ kind: 'text', line: all.peers.sentence }];
  return [
    { kind: 'text', line: `Overall: ${lowerFirst(all.peers.sentence)}` },
    { kind: 'table', table: {
      caption: `Among ${lowerFirst(rated[0]!.peers.group!)} in ${peersIn.name}`, columns: [{ head: 'Standard', width: 5 }, { head: 'Your result', width: 4 }],
      rows: rated.map(({ ref, title, peers: { band } }) => [`${ref} ${title}`.trim(), bands[band!]]),
    } },
    ...(rated.some(({ peers: { band } }) => band === 'hidden') ? [{ kind: 'text', as: 'note', line: '[c] Not shown, because what is published does not tell, to protect the few who could be found in it.' } as const] : []),
  ];
}

const lowerFirst = (text: string) => text.replace(/^./, (first) => first.toLowerCase());

function differences({ receipt, moderated }: LetterFacts): Block[] {
  const named = [receipt.overall, ...receipt.sections];
  const rows = moderated.flatMap(({ section_key: key, reason }): Line[] => {
    const section = named.find((one) => one.key === key);
    const now = moderatedLevel(receipt, moderated, key);
    return section && now ? [[{ strong: `${section.ref} ${section.title}`.trim() }, ': ', { level: now }, ` ${reason ?? 'No reason was given.'}`]] : [];
  });
  return rows.length === 0 ? [] : [{ kind: 'heading', depth: 1, text: 'What we rated differently, and why' }, { kind: 'list', lines: rows }];
}

function goodPractice({ practice }: LetterFacts): Block[] {
  if (practice.length === 0) return [];
  return [
    { kind: 'heading', depth: 1, text: 'Good practice' },
    { kind: 'text', as: 'note', line: 'What others could learn from, told with the agreement of whoever does it.' },
    { kind: 'list', lines: practice.map(({ question, words, organisation, own }): Line => [{ strong: question }, `: ${words}`, { quiet: own ? ' From your own return.' : organisation ? ` ${organisation}.` : '' }]) },
  ];
}

/** Where it is another one than the organisation's own. */
function moderatedLevel({ overall: all, sections, scale }: ReceiptView, moderated: readonly Moderated[], key: string): LevelMark | null {
  const own = [all, ...sections].find((one) => one.key === key)?.level?.key;
  const now = moderated.find(({ section_key }) => section_key === key)?.level;
  return now && now !== own ? scale.find((level) => level.key === now) ?? null : null;
}

const marked = (level: LevelMark | null): Line => (level ? [{ level }] : 'Not rated');

/** By the clocks of England. */
const dayOf = (instant: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date(instant));
