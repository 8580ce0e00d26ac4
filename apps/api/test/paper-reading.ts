import { expect } from '@jest/globals';
import type { Client } from './client';
import { readPdf, type ReadPdf } from './pdf-reader';
import { unzipped } from './unzipped';

async function downloaded(client: Client, path: string, type: string): Promise<Buffer> {
  const { status, headers, body } = await client.get<ArrayBuffer>(path);
  expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, expect.stringContaining(type), 'no-store']);
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.(docx|pdf)"$/);
  return Buffer.from(body);
}

export interface ReadWord {
  readonly document: string;
  /** What stands in each paragraph, tables included. */
  readonly paragraphs: readonly string[];
  /** Of the second depth: questions. */
  readonly headings: readonly string[];
}

export async function readWord(client: Client, path: string): Promise<ReadWord> {
  return wordIn(await downloaded(client, path, 'wordprocessingml'));
}

export function wordIn(bytes: Buffer): ReadWord {
  const document = unzipped(bytes).get('word/document.xml')!;
  const styled = [...document.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1] ?? '',
    text: [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => unescaped(text!)).join(''),
  }));
  return { document, paragraphs: styled.map(({ text }) => text), headings: styled.filter(({ style }) => style === 'Heading2').map(({ text }) => text) };
}

export async function readTaggedPdf(client: Client, path: string): Promise<ReadPdf> {
  const read = readPdf(await downloaded(client, path, 'application/pdf'));
  expect(read.metadata).toMatch(/pdfuaid:part>1</);
  return read;
}

export const unescaped = (text: string) => text.replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
