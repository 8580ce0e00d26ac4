import {
  AlignmentType, BorderStyle, CheckBox, Document, ExternalHyperlink, Footer, HeadingLevel, HeightRule, ImageRun, LevelFormat, LineRuleType, Packer, PageBreak, PageNumber, Paragraph,
  ShadingType, Tab, TabStopType, Table, TableCell, TableRow, TextRun, VerticalAlignTable, WidthType, convertMillimetersToTwip, type INumberingOptions, type IParagraphOptions, type ParagraphChild,
} from 'docx';
import { levelInks, piecesOf, type Block, type Line, type Paper, type PaperTable, type Piece } from './paper.ts';

/** A paper for Word: its own styles of headings, header rows that repeat, boxes that can be ticked in the program. */
export function wordOf(paper: Paper): Promise<Uint8Array> {
  const { title, caption, language, foot, margin = 'usual', blocks } = paper;
  const right = margin === 'wide' ? 70 : 20;
  const across = 210 - 20 - right;
  return Packer.toBuffer(new Document({
    title, creator: 'Attest', lastModifiedBy: 'Attest',
    styles: styles(language),
    numbering,
    sections: [{
      properties: { page: { size: { width: '210mm', height: '297mm' }, margin: { top: '18mm', bottom: '20mm', left: '20mm', right: `${right}mm`, header: '9mm', footer: '9mm', gutter: 0 } } },
      footers: { default: new Footer({ children: [footLine(foot, across)] }) },
      children: [
        ...(caption === undefined ? [] : [new Paragraph({ style: 'Note', children: words(caption) })]),
        new Paragraph({ heading: HeadingLevel.TITLE, children: words(title) }),
        ...wordBlocks(blocks, across),
      ],
    }],
  }));
}

/** Of lists whose lines are counted. */
export const numbering: INumberingOptions = { config: [{ reference: 'numbered', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 500, hanging: 400 } } } }] }] };

/** What blocks are in Word, between margins that are so many millimetres apart. */
export const wordBlocks = (blocks: readonly Block[], across: number): (Paragraph | Table)[] => blocks.flatMap((block) => parts(block, across));

const depths = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const textStyles = { lead: 'Lead', note: 'Note', quote: 'Quotation' } as const;
const line = { style: BorderStyle.SINGLE, size: 6, color: '6B7680' } as const;
const box = { top: line, bottom: line, left: line, right: line } as const;

function parts(block: Block, across: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': return [new Paragraph({ heading: depths[block.depth], keepNext: true, children: words(block.text) })];
    case 'text': return [new Paragraph({ ...(block.as ? { style: textStyles[block.as] } : {}), children: pieces(block.line) })];
    case 'list': return block.lines.map((one) => new Paragraph({ ...(block.numbered ? { numbering: { reference: 'numbered', level: 0 } } : { bullet: { level: 0 } }), children: pieces(one) }));
    case 'ticks': return block.lines.map((one) => new Paragraph({ style: 'Choice', keepLines: true, children: [tickBox(one), new TextRun({ children: [new Tab()] }), ...pieces(one)] }));
    case 'table': return [new Paragraph({ style: 'TableTitle', keepNext: true, children: words(block.table.caption) }), table(block.table, across)];
    case 'space': return [new Paragraph({ style: 'Note', keepNext: true, children: words(block.label) }), room(block.lines)];
    case 'figure': return [picture(block, across)];
    case 'page-break': return [new Paragraph({ style: 'Turn', children: [new PageBreak()] })];
  }
}

/** A box of Word's own, to be ticked with a click; screen readers say what it is for. */
const tickBox = (of: Line) => new CheckBox({ alias: plain(of).slice(0, 60), checked: false, checkedState: { value: '2612', font: 'MS Gothic' }, uncheckedState: { value: '2610', font: 'MS Gothic' } });
const plain = (of: Line) => piecesOf(of).map((one) => (typeof one === 'string' ? one : 'level' in one ? one.level.word : 'letter' in one ? one.letter.letter : Object.values(one)[0])).join('').trim();

const pieces = (of: Line): ParagraphChild[] => piecesOf(of).flatMap(runs);

function runs(piece: Piece): ParagraphChild[] {
  if (typeof piece === 'string') return words(piece);
  if ('strong' in piece) return words(piece.strong, { bold: true });
  if ('quiet' in piece) return words(piece.quiet, { color: '4A5560' });
  if ('link' in piece) return [new ExternalHyperlink({ link: piece.to, children: words(piece.link, { style: 'Hyperlink' }) })];
  const { letter, word, colour } = 'letter' in piece ? piece.letter : piece.level;
  const ink = levelInks[colour];
  return [new TextRun({ text: 'letter' in piece ? ` ${letter} ` : ` ${letter} ${word} `, bold: true, color: ink.on, shading: { type: ShadingType.CLEAR, color: 'auto', fill: ink.fill }, border: { style: BorderStyle.SINGLE, size: 4, color: ink.line } })];
}

/** A line feed is a line of its own within the paragraph. */
const words = (text: string, how: { bold?: boolean; color?: string; style?: string } = {}): TextRun[] =>
  text.split('\n').map((part, at) => new TextRun({ text: part, ...how, ...(at > 0 ? { break: 1 } : {}) }));

/** So few rows stay on one page. */
const TOGETHER = 8;

function table({ columns, rows }: PaperTable, across: number): Table {
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor(convertMillimetersToTwip(across) * (width / shares)));
  const cell = (child: Paragraph, at: number, head: boolean) => new TableCell({
    children: [child], width: { size: widths[at]!, type: WidthType.DXA }, verticalAlign: VerticalAlignTable.TOP,
    ...(head ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'E9EDF1' } } : {}),
  });
  return new Table({
    columnWidths: widths, width: { size: 100, type: WidthType.PERCENTAGE }, borders: { ...box, insideHorizontal: line, insideVertical: line },
    margins: { top: 60, bottom: 60, left: 100, right: 100 }, tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ head }, at) => cell(new Paragraph({ style: 'Cell', keepNext: true, children: words(head, { bold: true }) }), at, true)) }),
      ...rows.map((row, place) => new TableRow({ cantSplit: true, children: row.map((one, at) => cell(new Paragraph({ style: 'Cell', keepNext: rows.length <= TOGETHER && place < rows.length - 1, children: pieces(one) }), at, false)) })),
    ],
  });
}

/** One cell with a line around it, which grows with what is written in it. */
const room = (lines: number) => new Table({
  width: { size: 100, type: WidthType.PERCENTAGE }, borders: box, margins: { top: 60, bottom: 60, left: 100, right: 100 },
  rows: [new TableRow({ height: { value: convertMillimetersToTwip(lines * 8), rule: HeightRule.ATLEAST }, children: [new TableCell({ children: [new Paragraph({ style: 'Cell' })] })] })],
});

function picture({ svg, alt, width }: Extract<Block, { kind: 'figure' }>, across: number): Paragraph {
  const [, , wide, high] = (/viewBox=["']([^"']+)["']/.exec(svg)?.[1] ?? '0 0 100 100').split(/[\s,]+/).map(Number);
  const pixels = (across / 25.4) * 96 * (width / 100);
  return new Paragraph({
    children: [new ImageRun({
      type: 'svg', data: Buffer.from(svg), fallback: { type: 'png', data: onePixel },
      transformation: { width: Math.round(pixels), height: Math.round(pixels * (high! / wide!)) }, altText: { name: 'Figure', title: '', description: alt },
    })],
  });
}

/** What programs from before 2016 show instead of an SVG: nothing. The figures of every picture stand in a table beside it. */
const onePixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');

const footLine = (foot: string, across: number) => new Paragraph({
  style: 'Note', tabStops: [{ type: TabStopType.RIGHT, position: convertMillimetersToTwip(across) }],
  children: [...words(foot), new TextRun({ children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
});

function styles(language: Paper['language']) {
  const spacing = (before: number, after: number): IParagraphOptions => ({ spacing: { before, after, line: 276, lineRule: LineRuleType.AUTO } });
  const heading = (size: number, before: number, after: number) => ({ run: { size, bold: true, color: '14181D' }, paragraph: { ...spacing(before, after), keepNext: true } });
  const own = (id: string, name: string, run: object, paragraph: object) => ({ id, name, basedOn: 'Normal', quickFormat: true, run, paragraph });
  return {
    default: {
      document: { run: { font: 'Arial', size: 22, color: '14181D', language: { value: language === 'cy' ? 'cy-GB' : 'en-GB' } }, paragraph: spacing(0, 120) },
      title: heading(40, 0, 200), heading1: heading(30, 360, 120), heading2: heading(24, 280, 80), heading3: heading(22, 200, 60),
    },
    paragraphStyles: [
      own('Lead', 'Lead', { size: 25 }, spacing(0, 160)),
      own('Note', 'Note', { size: 19, color: '4A5560' }, { ...spacing(0, 80), keepNext: true }),
      own('Quotation', 'Quotation', {}, { ...spacing(0, 120), indent: { left: 300 }, border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: '6B7680' } } }),
      own('Choice', 'Choice', {}, { ...spacing(0, 80), indent: { left: 440, hanging: 440 }, tabStops: [{ type: TabStopType.LEFT, position: 440 }] }),
      own('Cell', 'Table text', {}, spacing(0, 0)),
      own('TableTitle', 'Table title', { bold: true }, spacing(160, 60)),
      own('Turn', 'Page turn', { size: 2 }, spacing(0, 0)),
    ],
  };
}
