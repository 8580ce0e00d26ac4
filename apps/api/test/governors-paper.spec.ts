import { describe, expect, it } from '@jest/globals';
import { scaleOf, type Level } from '@attest/domain/questionnaire';
import { Papers, type Block, type Line, type Paper } from '@attest/shared/api';
import { libraryTemplates } from '@attest/templates/api';
import { readPdf } from './pdf-reader';
import type { ReceiptView } from '../../../libs/submissions/api/src/receipt.dto';
import type { SubmissionView } from '../../../libs/submissions/api/src/submissions.dto';
import { governorsPaper } from '../../../libs/submissions/api/src/papers/governors-paper';
import type { Planned } from '../../../libs/submissions/api/src/papers/planned';
import { questionsToAsk, reportPoints } from '../../../libs/submissions/api/src/papers/report-points';

const template = libraryTemplates.find(({ code }) => code === 'section-175')!;
const levels = [...scaleOf(template, template.scoring.resultScale)!.levels];
const [green, amber, red] = levels as [Level, Level, Level];
type Said = { readonly now: Level; readonly before?: Level; readonly note?: string };

/** Every rated question of the survey, as somebody says each. */
function aReturn(say: (at: number) => Said): SubmissionView {
  let at = 0;
  const sections = template.sections.map(({ key, ref, title, questions }) => ({
    key, ref, title,
    questions: questions.filter(({ type }) => type === 'level').map((question) => {
      const { now, before, note = '' } = say(at++);
      return { ...question, id: question.key, critical: question.critical ?? false, levels, answer: { level: now.key, value: null, note, naReason: null } as never, lastRound: before ? { level: before, comparable: true } as never : null };
    }),
  }));
  return { organisation: { id: '1', name: 'Oakfield Primary School' }, round: { id: '2', name: template.title }, audience: 'school', sections } as never;
}

function aReceipt(level: Level, last: Level | null = null): ReceiptView {
  const result = { level, percent: 50, last, movement: last ? 'down' : null, explanation: ['Not met: 60 of 120 points (50%). A question that limits its section was rated Not met, so no better result can be given, whatever the others say.'], peers: { band: 'hidden', group: 'Nursery and primary schools', sentence: 'What is published of the 214 nursery and primary schools in Section 175 return 2025-26 does not tell, to protect the few who could be found in it [c].' } };
  return {
    reference: 'S175-2627-7F3K', submittedAt: '2026-11-22T12:00:00.000Z', submittedBy: 'J Ahmed', role: 'Designated Safeguarding Lead', declaration: 'This is true.', signatures: [{ name: 'J Ahmed', role: 'Designated Safeguarding Lead', declaration: 'This is true.', at: '2026-11-22T12:00:00.000Z' }], sha256: 'f'.repeat(64), lastRoundName: last && 'Section 175 return 2025-26', peersIn: { id: '3', name: 'Section 175 return 2025-26' },
    organisation: { id: '1', name: 'Oakfield Primary School' }, round: { id: '2', name: template.title }, notApplicable: 0, scale: levels, levels: { green: 20, amber: 9, red: 33 }, overall: { key: '', ref: '', title: 'Overall', ...result },
    sections: template.sections.map(({ key, ref, title }) => ({ key, ref, title, ...result })),
  } as never;
}

const long = 'We have looked at this with the governors and know that there is more to be done, which the plan for the spring term says in detail. '.repeat(8);
const texts = ({ blocks }: Paper) => blocks.flatMap((block: Block) => (block.kind === 'text' ? [block.line] : block.kind === 'list' ? block.lines : [])).map(plain);
const plain = (line: Line) => (typeof line === 'string' ? line : line.map((piece) => (typeof piece === 'string' ? piece : 'level' in piece ? piece.level.word : Object.values(piece)[0])).join(''));

describe('the report to governors', () => {
  const papers = new Papers();

  const plan = Array.from({ length: 30 }, (_, at): Planned => ({ number: at + 1, title: `Do what is needed, and do it well. ${long}`, owner: 'The designated safeguarding lead', due_on: at < 3 ? '2027-03-31' : null, state: 'open' }));
  it.each<[string, (at: number) => Said, Level, Level | null, readonly Planned[]]>([
    ['everything is red, went down and is explained at length', () => ({ now: red, before: green, note: long }), red, green, []],
    ['so much is planned as well', () => ({ now: red, before: green, note: long }), red, green, plan],
    ['everything is green for the first time', () => ({ now: green }), green, null, []],
    ['there is some of each', (at) => ({ now: [green, amber, red][at % 3]!, before: [amber, green, red][at % 3]!, note: long }), amber, amber, plan.slice(0, 2)],
  ])('is two pages where %s', async (_, say, overall, last, planned) => {
    const content = await papers.make(governorsPaper(aReturn(say), aReceipt(overall, last), planned), 'pdf');
    expect(readPdf(content).pages).toBe(2);
  });

  it('names what is red before what is amber, those that limit their section first, and says how many more there are', () => {
    const { toImprove } = reportPoints(aReturn((at) => ({ now: at % 2 ? red : amber })));
    expect(toImprove.map(({ answer }) => answer!.level)).toEqual(toImprove.map(({ answer }) => answer!.level).toSorted((one, other) => Number(one === 'amber') - Number(other === 'amber')));
    const reds = toImprove.filter(({ answer }) => answer!.level === red.key).map(({ critical }) => critical);
    expect(reds).toEqual(reds.toSorted((one, other) => Number(other) - Number(one)));
    expect(texts(governorsPaper(aReturn(() => ({ now: red })), aReceipt(red), [])).join('\n')).toMatch(/And \d+ more red or amber, in the copy of the return\./);
  });

  it('says what moved, and nothing where there is no earlier return', () => {
    const said = (before?: Level) => texts(governorsPaper(aReturn((at) => ({ now: at === 0 ? red : green, before })), aReceipt(green, before ?? null), [])).join('\n');
    expect(said(green)).toMatch(/None went up\. 1 went down: \d/);
    expect(said(amber)).toMatch(/\d+ went up: .* and \d+ more\. 1 went down: \d/);
    expect(said()).toContain('There is no earlier return to compare with.');
  });

  it('says what is planned, by whom and when, the soonest first, and has no such heading where nothing is', () => {
    const paper = (planned: readonly Planned[]) => governorsPaper(aReturn(() => ({ now: red })), aReceipt(red), planned);
    const rows = paper(plan).blocks.flatMap((block) => (block.kind === 'table' && block.table.caption.startsWith('Actions') ? block.table.rows : []));
    expect(rows[0]).toEqual([expect.stringMatching(/^A-1 Do what is needed/), 'The designated safeguarding lead', '31 March 2027', 'To do']);
    expect(texts(paper(plan))).toContain('And 26 more, in the action plan.');
    expect(paper([]).blocks).not.toContainEqual(expect.objectContaining({ text: 'What is planned' }));
  });

  it('shows strengths that moved up first, and says so where there are none', () => {
    const { strengths } = reportPoints(aReturn((at) => ({ now: green, before: at === 7 ? amber : green })));
    expect(strengths[0]!.lastRound!.level).toBe(amber);
    expect(texts(governorsPaper(aReturn(() => ({ now: amber })), aReceipt(amber), []))).toContain('Nothing was rated at the highest level.');
  });

  it('gives governors questions about this very return, six at most', () => {
    const asked = questionsToAsk(reportPoints(aReturn((at) => ({ now: [red, amber, green][at % 3]!, before: green }))));
    expect(asked).toHaveLength(6);
    expect(asked[0]).toMatch(/^What will be different about \d/);
    expect(asked.some((one) => one.startsWith('Why has'))).toBe(true);
    expect(questionsToAsk(reportPoints(aReturn(() => ({ now: green })))).at(-1)).toContain('What could go wrong');
  });
});
