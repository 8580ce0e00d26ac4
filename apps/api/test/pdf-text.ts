import { Reader, Reference, Text, isDictionary, type Dictionary, type Held, type Value } from './pdf-values';

type Resolve = (value: Value | undefined) => Value;

/** What is written on a page under the number of a mark, without spaces. */
export function textsOf(objects: ReadonlyMap<number, Held>, resolved: Resolve): (page: Value | undefined, mark: number) => string {
  const read = new Map<number, ReadonlyMap<number, string>>();
  return (page, mark) => {
    if (!(page instanceof Reference)) throw new Error(`Mark ${mark} is on no page.`);
    const known = read.get(page.id) ?? marksOn(resolved(page) as Dictionary, objects, resolved);
    read.set(page.id, known);
    return (known.get(mark) ?? '').replace(/\s+/gu, '');
  };
}

/** Walks through what draws a page: which mark is open, which typeface is in use, what is shown. */
function marksOn(page: Dictionary, objects: ReadonlyMap<number, Held>, resolved: Resolve): ReadonlyMap<number, string> {
  const fonts = resolved((resolved(page['Resources']) as Dictionary)['Font']) as Dictionary | null;
  const alphabets = new Map(Object.entries(fonts ?? {}).map(([name, font]) => [`/${name}`, alphabetOf(resolved(font) as Dictionary, objects)]));
  const drawn = [page['Contents']].flat().map((part) => objects.get((part as Reference).id)!.stream!.toString('latin1')).join('\n');
  const marks = new Map<number, string>();
  const open: (number | null)[] = [];
  let alphabet: ReadonlyMap<string, string> = new Map();
  for (const { operator, operands } of operations(drawn)) {
    if (operator === 'Tf') alphabet = alphabets.get(operands[0] as string)!;
    if (operator === 'BMC') open.push(null);
    if (operator === 'BDC') open.push(isDictionary(operands[1]) && typeof operands[1]['MCID'] === 'number' ? operands[1]['MCID'] : null);
    if (operator === 'EMC') open.pop();
    if (operator !== 'Tj' && operator !== 'TJ') continue;
    const mark = open.findLast((one) => one !== null);
    if (mark === undefined || mark === null) continue;
    const glyphs = operands.flat().filter((one) => one instanceof Text).map(({ value }) => value).join('');
    marks.set(mark, (marks.get(mark) ?? '') + (glyphs.match(/[^]{2}/g) ?? []).map((glyph) => alphabet.get(glyph) ?? '\ufffd').join(''));
  }
  return marks;
}

interface Operation { readonly operator: string; readonly operands: Value[] }

function* operations(drawn: string): Generator<Operation> {
  const reader = new Reader(drawn, 0);
  let operands: Value[] = [];
  for (;;) {
    while (/\s/.test(drawn[reader.at] ?? '')) reader.at += 1;
    if (reader.at >= drawn.length) return;
    const operator = /^[A-Za-z'"*]+[0-9*]*(?=[\s/[(<]|$)/.exec(drawn.slice(reader.at, reader.at + 12))?.[0];
    if (operator && !['true', 'false', 'null'].includes(operator)) {
      reader.at += operator.length;
      yield { operator, operands };
      operands = [];
    } else operands.push(reader.value());
  }
}

/** Two bytes of a glyph, and the characters it stands for. */
function alphabetOf(font: Dictionary, objects: ReadonlyMap<number, Held>): ReadonlyMap<string, string> {
  const map = objects.get((font['ToUnicode'] as Reference).id)!.stream!.toString('latin1');
  return new Map([...map.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>$/gim)].map(([, glyph, characters]) => [Buffer.from(glyph!, 'hex').toString('latin1'), Buffer.from(characters!, 'hex').swap16().toString('utf16le')]));
}
