import { inflateSync } from 'node:zlib';

export type Dictionary = { readonly [name: string]: Value };
export type Value = string | number | boolean | null | readonly Value[] | Dictionary | Reference | Text;
export class Reference { constructor(readonly id: number) {} }
export class Text { constructor(readonly value: string) {} }

export const isDictionary = (value: Value | undefined): value is Dictionary => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Reference) && !(value instanceof Text);

export interface Held { readonly value: Value; readonly stream: Buffer | null }

/** By their numbers. */
export function objectsIn(file: Buffer): Map<number, Held> {
  const objects = new Map<number, Held>();
  const text = file.toString('latin1');
  for (const { 0: begin, 1: id, index } of text.matchAll(/(?<![\d])(\d+) 0 obj\b/g)) {
    const reader = new Reader(text, index + begin.length);
    const value = reader.value();
    objects.set(Number(id), { value, stream: isDictionary(value) ? streamAt(file, text, reader.at, value) : null });
  }
  for (const { value, stream } of [...objects.values()]) {
    if (!isDictionary(value) || value['Type'] !== '/ObjStm') continue;
    const packed = stream!.toString('latin1');
    const numbers = packed.slice(0, value['First'] as number).trim().split(/\s+/).map(Number);
    for (let at = 0; at < numbers.length; at += 2) objects.set(numbers[at]!, { value: new Reader(packed, (value['First'] as number) + numbers[at + 1]!).value(), stream: null });
  }
  return objects;
}

function streamAt(file: Buffer, text: string, at: number, { Length, Filter }: Dictionary): Buffer | null {
  const begin = /^\s*stream\r?\n/.exec(text.slice(at, at + 20));
  if (!begin || typeof Length !== 'number') return null;
  const raw = file.subarray(at + begin[0].length, at + begin[0].length + Length);
  return Filter === '/FlateDecode' || (Array.isArray(Filter) && Filter[0] === '/FlateDecode') ? inflateSync(raw) : raw;
}

export class Reader {
  constructor(private readonly text: string, public at: number) {}

  value(): Value {
    this.skip();
    const rest = this.text.slice(this.at, this.at + 40);
    if (rest.startsWith('<<')) return this.dictionary();
    if (rest.startsWith('[')) return this.list();
    if (rest.startsWith('(')) return this.string();
    if (rest.startsWith('<')) return this.hexadecimal();
    const reference = /^(\d+) (\d+) R\b/.exec(rest);
    if (reference) return this.past(reference[0], new Reference(Number(reference[1])));
    const name = /^\/[^\s/<>[\]()]*/.exec(this.text.slice(this.at, this.at + 200));
    if (name) return this.past(name[0], name[0]);
    const word = /^[^\s/<>[\]()]+/.exec(rest)![0];
    return this.past(word, word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : Number(word));
  }

  private past<T>(text: string, value: T): T {
    this.at += text.length;
    return value;
  }

  private skip(): void {
    while (/[\s\0]/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private dictionary(): Dictionary {
    const read: Record<string, Value> = {};
    for (this.at += 2, this.skip(); !this.text.startsWith('>>', this.at); this.skip()) {
      const name = this.value() as string;
      read[name.slice(1)] = this.value();
    }
    return this.past('>>', read);
  }

  private list(): Value[] {
    const read: Value[] = [];
    for (this.at += 1, this.skip(); this.text[this.at] !== ']'; this.skip()) read.push(this.value());
    return this.past(']', read);
  }

  private string(): Text {
    let [read, depth] = ['', 1];
    for (this.at += 1; depth > 0; this.at += 1) {
      const one = this.text[this.at]!;
      if (one === '\\') {
        const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at + 1, this.at + 4))?.[0];
        read += octal ? String.fromCharCode(parseInt(octal, 8)) : ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[this.text[this.at + 1]!] ?? this.text[this.at + 1]!);
        this.at += octal ? octal.length : 1;
        continue;
      }
      depth += one === '(' ? 1 : one === ')' ? -1 : 0;
      if (depth > 0) read += one;
    }
    return new Text(inUnicode(read));
  }

  private hexadecimal(): Text {
    const end = this.text.indexOf('>', this.at);
    const read = Buffer.from(this.text.slice(this.at + 1, end), 'hex').toString('latin1');
    this.at = end + 1;
    return new Text(inUnicode(read));
  }
}

const inUnicode = (text: string) => (text.startsWith('þÿ') ? Buffer.from(text.slice(2), 'latin1').swap16().toString('utf16le') : text);
