import { textsOf } from './pdf-text';
import { Reference, Text, isDictionary, objectsIn, type Dictionary, type Value } from './pdf-values';

/** One element of the structure tree: its tag, its attributes and what stands below it. */
export interface Tagged {
  readonly tag: string;
  readonly alt: string | null;
  readonly headerOf: string | null;
  /** Of it and all below it, in the order of reading, without spaces: where a line ends they are not written. */
  readonly text: string;
  readonly under: readonly Tagged[];
}

export interface ReadPdf {
  readonly pages: number;
  readonly language: string;
  readonly marked: boolean;
  readonly title: string;
  /** The XMP packet, which says to what standard the file keeps. */
  readonly metadata: string;
  readonly bookmarks: readonly string[];
  readonly tree: readonly Tagged[];
}

/** Reads as much of a PDF as tells how it would be read out. By hand, so that no library's leniency is believed. */
export function readPdf(content: Uint8Array): ReadPdf {
  const objects = objectsIn(Buffer.from(content));
  const resolved = (value: Value | undefined): Value => (value instanceof Reference ? objects.get(value.id)?.value ?? null : value ?? null);
  const dictionary = (value: Value | undefined) => resolved(value) as Dictionary;
  const catalog = [...objects.values()].map(({ value }) => value).find((value) => isDictionary(value) && value['Type'] === '/Catalog') as Dictionary;
  const metadata = objects.get((catalog['Metadata'] as Reference).id)!.stream!.toString('utf8');
  const texts = textsOf(objects, resolved);
  const tagged = (value: Value | undefined, page: Value | undefined): (Tagged | string)[] => {
    const one = resolved(value);
    if (Array.isArray(one)) return one.flatMap((each) => tagged(each, page));
    if (typeof one === 'number') return [texts(page, one)];
    if (!isDictionary(one)) return [];
    const own = one['Pg'] ?? page;
    if (typeof one['MCID'] === 'number') return [texts(own, one['MCID'])];
    if (typeof one['S'] !== 'string') return [];
    const attributes = [resolved(one['A'])].flat().map(dictionary).filter((each) => isDictionary(each));
    const scope = attributes.map((each) => each['Scope']).find((each) => typeof each === 'string') as string | undefined;
    const below = tagged(one['K'], own);
    return [{
      tag: one['S'].slice(1), alt: one['Alt'] instanceof Text ? one['Alt'].value : null, headerOf: scope?.slice(1) ?? null,
      text: below.map((each) => (typeof each === 'string' ? each : each.text)).join(''), under: below.filter((each) => typeof each !== 'string'),
    }];
  };
  const bookmarks = (value: Value | undefined): string[] => {
    const one = resolved(value);
    return isDictionary(one) ? [(one['Title'] as Text).value, ...bookmarks(one['First']), ...bookmarks(one['Next'])] : [];
  };
  return {
    pages: [...objects.values()].filter(({ value }) => isDictionary(value) && value['Type'] === '/Page').length,
    language: (catalog['Lang'] as Text).value, marked: dictionary(catalog['MarkInfo'])['Marked'] === true,
    title: /<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s.exec(metadata)?.[1] ?? '', metadata,
    bookmarks: catalog['Outlines'] ? bookmarks(dictionary(catalog['Outlines'])['First']) : [],
    tree: tagged(dictionary(catalog['StructTreeRoot'])['K'], undefined).filter((each) => typeof each !== 'string'),
  };
}

/** Every tag, in the order of reading. */
export const tagsIn = (tree: readonly Tagged[]): string[] => tree.flatMap(({ tag, under }) => [tag, ...tagsIn(under)]);
export const allTagged = (tree: readonly Tagged[], tag: string): Tagged[] => tree.flatMap((one) => [...(one.tag === tag ? [one] : []), ...allTagged(one.under, tag)]);
