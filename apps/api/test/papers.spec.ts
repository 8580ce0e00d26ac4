import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Papers, type Block, type Line, type Paper } from '@attest/shared/api';
import { allTagged, readPdf, tagsIn } from './pdf-reader';
import { unzipped } from './unzipped';

const level = (letter: string, word: string, colour: 'red' | 'green') => ({ level: { letter, word, colour } });
const aPaper = (blocks: readonly Block[], more: Partial<Paper> = {}): Paper => ({ title: 'Section 175 return', language: 'en-GB', foot: 'Oakfield Primary School', blocks, ...more });
const whole: readonly Block[] = [
  { kind: 'heading', depth: 1, text: '1. Leadership' },
  { kind: 'heading', depth: 2, text: '1.1 Who leads' },
  { kind: 'text', line: ['Read ', { link: 'the guidance', to: 'https://www.gov.uk/' }, ' first.'] },
  { kind: 'ticks', lines: [[level('G', 'Green', 'green'), ' It is so.'], [level('R', 'Red', 'red'), ' It is not.']] },
  { kind: 'space', lines: 4, label: 'What shows this?' },
  { kind: 'list', lines: ['One', 'Two'] },
  { kind: 'table', table: { caption: 'Results', columns: [{ head: 'Section', width: 3 }, { head: 'Result', width: 1 }], rows: [['1. Leadership', [level('G', 'Green', 'green')]], ['2. Policies', [level('R', 'Red', 'red')]]] } },
  { kind: 'page-break' },
  { kind: 'text', as: 'quote', line: 'We know our children.' },
  { kind: 'figure', svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 10"><rect width="60" height="10" fill="#1b6b4f"/></svg>', alt: '6 of 10 are green', width: 60 },
];

describe('a paper', () => {
  const papers = new Papers();
  const pdf = async (paper: Paper) => readPdf(await papers.make(paper, 'pdf'));
  const word = async (paper: Paper) => unzipped(Buffer.from(await papers.make(paper, 'docx')));
  const document = async (paper: Paper) => (await word(paper)).get('word/document.xml')!;

  it('as PDF says by itself what it is: language, title, bookmarks, and that it keeps to PDF/UA-1', async () => {
    const read = await pdf(aPaper(whole));
    expect(read).toMatchObject({ language: 'en-GB', title: 'Section 175 return', marked: true, pages: 2, bookmarks: ['Section 175 return', '1. Leadership', '1.1 Who leads'] });
    expect(read.metadata).toMatch(/pdfuaid:part>1</);
  });

  it('as PDF can be read out: headings in order, lists, header cells that name their columns, what a picture shows', async () => {
    const { tree } = await pdf(aPaper(whole));
    expect(tagsIn(tree).filter((tag) => /^H\d/.test(tag))).toEqual(['H1', 'H2', 'H3']);
    expect(allTagged(tree, 'L').map(({ under }) => under.map(({ tag }) => tag))).toEqual([['LI', 'LI'], ['LI', 'LI']]);
    const [table] = allTagged(tree, 'Table');
    expect(tagsIn([table!]).filter((tag) => /^(TR|TH|TD|Caption)$/.test(tag))).toEqual(['Caption', 'TR', 'TH', 'TH', 'TR', 'TD', 'TD', 'TR', 'TD', 'TD']);
    expect(allTagged([table!], 'TH').map(({ headerOf }) => headerOf)).toEqual(['Column', 'Column']);
    expect(allTagged(tree, 'Figure').map(({ alt }) => alt)).toEqual(['6 of 10 are green']);
    expect(allTagged(tree, 'Link')).toHaveLength(1);
  });

  it('as Word has its title and language, real headings, header rows that repeat, and boxes to tick', async () => {
    const parts = await word(aPaper(whole));
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>Section 175 return</dc:title>');
    expect(parts.get('word/styles.xml')).toMatch(/<w:lang w:val="en-GB"/);
    const document = parts.get('word/document.xml')!;
    expect([...document.matchAll(/<w:pStyle w:val="(Title|Heading\d)"\/>/g)].map(([, style]) => style)).toEqual(['Title', 'Heading1', 'Heading2']);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(document.match(/<w14:checkbox>/g)).toHaveLength(2);
    expect(document).toMatch(/<wp:docPr [^>]*descr="6 of 10 are green"/);
    expect(document).toContain('> G Green <');
    expect(parts.get('word/footer1.xml')).toMatch(/Oakfield Primary School.*PAGE.*NUMPAGES/s);
  });

  it('as Word has no empty paragraph but where there is room to write', async () => {
    expect((await document(aPaper(whole))).match(/<w:p>(?:<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>)?<\/w:p>/g)).toHaveLength(1);
  });

  const written = ['#panic("x") #sys.inputs', '$x^2$ and $', '\\ \\u{41} \\n', '@label <label> [content] *strong* _emphasis_', '= Heading\n- item', '"quoted" \'quoted\' `code` ~ -- ---', '</w:t><w:br/> & &amp; <script>', 'Cyngor Sir y Fflint: ŵ ŷ â ê', 'Ελλάδα Україна'];
  it.each(written)('shows what somebody wrote and nothing else: %j', async (text) => {
    const everywhere = aPaper([
      { kind: 'heading', depth: 1, text }, { kind: 'text', line: [text, { strong: text }, { quiet: text }, { link: text, to: 'https://example.org/' }] }, { kind: 'list', lines: [text] },
      { kind: 'ticks', lines: [text] }, { kind: 'space', lines: 1, label: text }, { kind: 'table', table: { caption: text, columns: [{ head: text, width: 1 }], rows: [[text]] } }, { kind: 'text', as: 'quote', line: text },
    ], { title: text, caption: text, foot: text });
    const read = await pdf(everywhere);
    expect(read.bookmarks).toEqual([text.replace(/\n/g, ' '), text.replace(/\n/g, ' ')].map((one) => expect.stringMatching(new RegExp(`^${escaped(one).replace(/ /g, '\\s*')}$`))));
    expect(tagsIn(read.tree).filter((tag) => tag === 'H1' || tag === 'H2' || tag === 'H3')).toEqual(['H1', 'H2']);
    const inWord = [...(await document(everywhere)).matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, run]) => run!.replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'));
    for (const part of text.split('\n')) expect(inWord.filter((run) => run === part).length).toBeGreaterThanOrEqual(10);
  });

  const strange: readonly [string, string][] = [
    ['emoji', 'Well done 😀 👩‍👧‍👦'], ['Chinese', '我们的孩子'], ['Arabic', 'أطفالنا'], ['a script that nobody writes any more', '𓀀𓀁'], ['control characters', 'a\u0000b\u0007c\u001b'],
    ['signs that turn the writing round', 'a\u202eb\u2066c'], ['half a character', 'a\ud800b'], ['what no XML may hold', 'a\ufffeb\uffff'], ['a private sign', 'a\ue000b'], ['letters with many signs', `e${'\u0301'.repeat(40)}`],
  ];
  it.each(strange)('comes out whatever was typed: %s', async (_, text: Line) => {
    const paper = aPaper([{ kind: 'text', line: text }], { title: `About ${text}` });
    expect((await pdf(paper)).metadata).toMatch(/pdfuaid:part>1</);
    expect(await document(paper)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff\u202e]|[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('says on the page where a character could not be printed', async () => {
    const content = Buffer.from(await papers.make(aPaper([{ kind: 'text', line: '\u{11f04}' }]), 'pdf'));
    const [one, more] = [readPdf(content), readPdf(await papers.make(aPaper([{ kind: 'text', line: 'a' }]), 'pdf'))];
    expect(allTagged(one.tree, 'P').length).toBe(allTagged(more.tree, 'P').length + 1);
  });

  it('is made beside the program, which goes on meanwhile', async () => {
    const long = Array.from({ length: 1500 }, (_, at): Block => ({ kind: 'ticks', lines: [`Choice ${at}`, 'Another that is longer', 'And a third'] }));
    const [started, here] = [performance.now(), process.threadCpuUsage()];
    await papers.make(aPaper(long), 'pdf');
    // in microseconds and milliseconds: most of the time the thread that answers has nothing to do
    expect(process.threadCpuUsage(here).user / 1000).toBeLessThan((performance.now() - started) / 2);
  });

  it('is given up when it takes too long, and the next one is made all the same', async () => {
    const long = Array.from({ length: 20_000 }, (_, at): Block => ({ kind: 'text', line: `Words ${at} `.repeat(20) }));
    await expect(papers.make(aPaper(long), 'pdf', 0.3)).rejects.toMatchObject({ code: 'unavailable' });
    await wait(10);
    expect((await pdf(aPaper([{ kind: 'text', line: 'Short' }]))).pages).toBe(1);
  });

  it('is refused when it is too long for one document, and when too many wait already', async () => {
    await expect(papers.make(aPaper([{ kind: 'text', line: 'x'.repeat(8_000_001) }]), 'docx')).rejects.toMatchObject({ code: 'unavailable' });
    const busy = new (class extends Papers { protected override readonly waiting = 1; })();
    const many = await Promise.allSettled(Array.from({ length: 5 }, () => busy.make(aPaper([]), 'docx')));
    expect(many.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
  });
});

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
