import { PatchType, TextRun, patchDetector, patchDocument } from 'docx';
import { entryIn, everyEntryIn } from '../workbook/unpacking.ts';
import { newZip } from '../yazl.ts';
import type { Block } from './paper.ts';
import { inEveryText } from './printable.ts';
import { numbering, wordBlocks, wordOf } from './word.ts';

/** What is put in for what stands in double braces: a line of text, or blocks in place of the whole paragraph. */
export interface PaperFilling {
  readonly lines: Readonly<Record<string, string>>;
  readonly blocks: Readonly<Record<string, readonly Block[]>>;
}

/** What a Word file has in double braces: anywhere, and in its text, which is where blocks can go. */
export interface TemplateLook {
  readonly anywhere: readonly string[];
  readonly inText: readonly string[];
  /** Whether it fetches something from elsewhere when it is opened. */
  readonly fetches: boolean;
}

const MOST_UNPACKED = 60 * 1024 * 1024;
const DOCUMENT = 'word/document.xml';
const STYLES = 'word/styles.xml';

/** Looks, and fills it once, so that what cannot be filled is found out when it is brought. */
export async function lookedInto(template: Uint8Array): Promise<TemplateLook> {
  const parts = await partsOf(template);
  const anywhere = await patchDetector({ data: template, trimPlaceholders: true });
  await filled(template, { lines: {}, blocks: Object.fromEntries(anywhere.map((name) => [name, [{ kind: 'text', line: name }]])) });
  const text = textOf(parts, DOCUMENT).replace(/<[^>]+>/g, '');
  return { anywhere, inText: [...text.matchAll(/\{\{([^{}]+)\}\}/g)].map(([, name]) => name!.trim()), fetches: [...parts.keys()].some((name) => name.endsWith('.rels') && fetchesIn(textOf(parts, name))) };
}

export async function filled(template: Uint8Array, { lines, blocks }: PaperFilling): Promise<Uint8Array> {
  const parts = await partsOf(template);
  const across = acrossOf(textOf(parts, DOCUMENT));
  return patchDocument({
    outputType: 'nodebuffer', data: await withOurStyles(parts), trimPlaceholders: true, numbering,
    patches: {
      ...Object.fromEntries(Object.entries(plain(lines)).map(([name, text]) => [name, { type: PatchType.PARAGRAPH, children: [new TextRun(text)] } as const])),
      ...Object.fromEntries(Object.entries(plain(blocks)).map(([name, some]) => [name, { type: PatchType.DOCUMENT, children: wordBlocks(some, across) } as const])),
    },
  });
}

/** One place is filled after the other: what somebody wrote between braces is never another place. */
const plain = <T>(filling: T): T => inEveryText(filling, (text) => text.replaceAll('{{', '{\u2060{'));

async function partsOf(template: Uint8Array): Promise<Map<string, Buffer>> {
  const parts = await everyEntryIn(Buffer.from(template), MOST_UNPACKED);
  if (!parts?.has(DOCUMENT)) throw new Error('It is no Word document, or unpacks to too much.');
  return parts;
}

const textOf = (parts: ReadonlyMap<string, Buffer>, name: string) => parts.get(name)?.toString('utf8') ?? '';

/**
 * A link is followed when somebody presses it. All else that is elsewhere is fetched when the file is opened: pictures, frames,
 * and templates, which may bring macros. Only a template on one's own drive does no harm, and many files name the one they came from.
 */
function fetchesIn(relations: string): boolean {
  return [...relations.matchAll(/<Relationship\b[^>]*>/g)].some(([one]) =>
    /TargetMode\s*=\s*["']External/i.test(one) && !/Type\s*=\s*["'][^"']*\/hyperlink["']/.test(one) && !(/\/attachedTemplate["']/.test(one) && /Target\s*=\s*["']file:\/\/\/[a-z]:/i.test(one)));
}

/** Millimetres between the margins of its last section, or of a usual page. */
function acrossOf(document: string): number {
  const section = document.slice(document.lastIndexOf('<w:sectPr'));
  const twips = (element: string, attribute: string) => Number(new RegExp(`<w:${element}\\b[^>]*\\bw:${attribute}="(\\d+)"`).exec(section)?.[1] ?? Number.NaN);
  const across = ((twips('pgSz', 'w') - twips('pgMar', 'left') - twips('pgMar', 'right')) / 1440) * 25.4;
  return across > 60 && across < 500 ? across : 170;
}

/** Headings are those of the template. Of ours that it cannot have, each is added unless it has one of that name. */
async function withOurStyles(parts: Map<string, Buffer>): Promise<Uint8Array> {
  const theirs = textOf(parts, STYLES);
  const empty = Buffer.from(await wordOf({ title: '', language: 'en-GB', foot: '', blocks: [] }));
  const ours = (await entryIn(empty, STYLES))!.toString('utf8').matchAll(/<w:style\b[^>]*\bw:styleId="(Lead|Note|Quotation|Choice|Cell|TableTitle|Turn)"[^>]*>.*?<\/w:style>/gs);
  const missing = [...ours].filter(([, id]) => !theirs.includes(`w:styleId="${id}"`)).map(([style]) => style).join('');
  return zipOf(new Map([...parts, ...(theirs ? [[STYLES, Buffer.from(theirs.replace('</w:styles>', () => `${missing}</w:styles>`))] as const] : [])]));
}

async function zipOf(parts: ReadonlyMap<string, Buffer>): Promise<Uint8Array> {
  const zip = newZip();
  for (const [name, content] of parts) zip.addBuffer(content, name, { mtime: new Date() });
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
