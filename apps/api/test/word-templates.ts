import { Document, Footer, Header, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';

/** Each line in a paragraph of its own, below a header of the partnership’s and with its own colour of headings. */
export function aWordTemplate(lines: readonly string[] = ['{{title}}', 'Made on {{date}} for {{partnership}}', '{{body}}', 'Thank you for reading.']): Promise<Buffer> {
  return Packer.toBuffer(new Document({
    styles: { default: { heading1: { run: { color: '7A0044', size: 40 } } } },
    sections: [{
      headers: { default: new Header({ children: [new Paragraph('Our letterhead')] }) }, footers: { default: new Footer({ children: [new Paragraph('{{partnership}}, our address')] }) },
      children: lines.map((line, at) => new Paragraph({ ...(at === 0 ? { heading: HeadingLevel.TITLE } : {}), children: split(line) })),
    }],
  }));
}

/** As Word keeps what was typed with a pause in it: in two runs. */
const split = (line: string) => [line.slice(0, 4), line.slice(4)].map((text) => new TextRun(text));

/** What is wrong with a part of a Word file, as a program that opens it would find: tags that do not close what was opened last. */
export function tagFaults(xml: string): string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const [, closes, name, single] of xml.replace(/<\?.*?\?>|<!--.*?-->/gs, '').matchAll(/<(\/?)([\w:.-]+)(?:\s+[\w:.-]+=(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/g)) {
    if (closes) { if (open.pop() !== name) faults.push(`</${name}>`); } else if (!single) open.push(name!);
  }
  const left = xml.replace(/<\?.*?\?>|<!--.*?-->/gs, '').replace(/<\/?[\w:.-]+(?:\s+[\w:.-]+=(?:"[^"<]*"|'[^'<]*'))*\s*\/?>/g, '');
  return [...faults, ...open.map((name) => `<${name}> stays open`), ...(/<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(left) ? ['a sign that is no text'] : [])];
}
