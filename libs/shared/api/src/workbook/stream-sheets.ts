import { columnName } from '@attest/domain/workbook';
import type { Archive } from '../files/archive';
import { OPEN_DOCUMENT_TYPE, type Cell, type Sheet } from './sheet';
import { HEAD, contentEnd, contentHead, manifest, meta, openDocumentRow, settings, tableHead, STYLES, escaped } from './write-open-document';
import { distinct, textFrom } from './write-workbook';

/** A sheet of as many rows as there are, which are asked for one after the other. */
export interface StreamedSheet extends Pick<Sheet, 'name' | 'widths' | 'header' | 'frozenColumns'> {
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}

/** What both programs take; further rows go on in a sheet of their own, under the same headings. */
const MOST_ROWS = 1_000_000;

/** Written while it is read: memory stays the same, however many rows there are. */
export async function streamWorkbook(archive: Archive, title: string, made: Date, sheets: readonly StreamedSheet[]): Promise<void> {
  const written: { readonly name: string; readonly table: string | null }[] = [];
  for (const sheet of sheets) {
    for await (const part of inParts(sheet)) {
      const at = written.length + 1;
      const header = sheet.header && distinct(sheet.header);
      let rows = 0;
      await archive.file(`xl/worksheets/sheet${at}.xml`, counted(worksheet({ ...sheet, header }, part.rows), (count) => { rows = count; }));
      const table = header && rows > 0 ? `<table xmlns="${MAIN}" id="${at}" name="${tableName(part.name)}" displayName="${tableName(part.name)}" ref="A1:${columnName(header.length - 1)}${rows + 1}"><autoFilter ref="A1:${columnName(header.length - 1)}${rows + 1}"/><tableColumns count="${header.length}">${header.map((name, column) => `<tableColumn id="${column + 1}" name="${escaped(textFrom(name))}"/>`).join('')}</tableColumns><tableStyleInfo name="TableStyleLight1" showRowStripes="1"/></table>` : null;
      if (table) await archive.file(`xl/tables/table${at}.xml`, [XML + table]);
      if (header) await archive.file(`xl/worksheets/_rels/sheet${at}.xml.rels`, [relations(table ? [['table', `../tables/table${at}.xml`]] : [])]);
      written.push({ name: part.name, table });
    }
  }
  await archive.file('[Content_Types].xml', [contentTypes(written)]);
  await archive.file('_rels/.rels', [relations([['officeDocument', 'xl/workbook.xml'], ['core', 'docProps/core.xml']])]);
  await archive.file('docProps/core.xml', [`${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>Attest</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${made.toISOString()}</dcterms:created></cp:coreProperties>`]);
  await archive.file('xl/styles.xml', [XML + STYLE_SHEET]);
  await archive.file('xl/workbook.xml', [`${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${written.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`]);
  await archive.file('xl/_rels/workbook.xml.rels', [relations([...written.map((_, at): Relation => ['worksheet', `worksheets/sheet${at + 1}.xml`]), ['styles', 'styles.xml']])]);
}

export async function streamOpenDocument(archive: Archive, title: string, made: Date, sheets: readonly StreamedSheet[]): Promise<void> {
  archive.stored('mimetype', OPEN_DOCUMENT_TYPE);
  const names: StreamedSheet[] = [];
  await archive.file('content.xml', openDocument(sheets, names));
  const parts = { 'styles.xml': STYLES, 'settings.xml': settings(names.map((sheet) => ({ ...sheet, rows: [] }))), 'meta.xml': meta(title, made) };
  for (const [name, xml] of Object.entries({ ...parts, 'META-INF/manifest.xml': manifest(['content.xml', ...Object.keys(parts)]) })) await archive.file(name, [HEAD + xml]);
}

async function* openDocument(sheets: readonly StreamedSheet[], names: StreamedSheet[]): AsyncGenerator<string> {
  yield HEAD + contentHead([...new Set(sheets.flatMap(({ widths }) => widths))]);
  for (const sheet of sheets) {
    for await (const part of inParts(sheet)) {
      names.push({ ...sheet, name: part.name });
      yield tableHead(part.name, sheet.widths);
      yield* together((async function* rows() {
        if (sheet.header) yield `<table:table-header-rows>${openDocumentRow(sheet.header, 'heading')}</table:table-header-rows>`;
        let isFirst = !sheet.header;
        for await (const row of part.rows) {
          yield openDocumentRow(row, isFirst ? 'titled' : 'body');
          isFirst = false;
        }
      })());
      yield '</table:table>';
    }
  }
  yield contentEnd;
}

async function* worksheet({ widths, header, frozenColumns = 0 }: Omit<StreamedSheet, 'rows' | 'name'>, rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<string | number> {
  const pane = header ? `<pane ${frozenColumns > 0 ? `xSplit="${frozenColumns}" ` : ''}ySplit="1" topLeftCell="${columnName(frozenColumns)}2" activePane="${frozenColumns > 0 ? 'bottomRight' : 'bottomLeft'}" state="frozen"/>` : '';
  yield `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`
    + `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" style="0" customWidth="1"/>`).join('')}</cols><sheetData>`;
  if (header) yield rowOf(header, 1, 1);
  let at = 0;
  yield* together((async function* lines() {
    for await (const row of rows) yield rowOf(row, ++at + (header ? 1 : 0), at === 1 && !header ? 2 : 0);
  })());
  yield at;
  yield `</sheetData>${header && at > 0 ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : ''}</worksheet>`;
}

/** Takes the number out of what is written. */
async function* counted(written: AsyncIterable<string | number>, tell: (rows: number) => void): AsyncGenerator<string> {
  for await (const part of written) {
    if (typeof part === 'number') tell(part);
    else yield part;
  }
}

function rowOf(cells: readonly Cell[], number: number, style: 0 | 1 | 2): string {
  return `<row r="${number}">${cells.map((cell, column) => cellOf(cell, `${columnName(column)}${number}`, style)).join('')}</row>`;
}

function cellOf(cell: Cell, place: string, style: number): string {
  if (cell === null) return `<c r="${place}" s="${style}"/>`;
  if (typeof cell === 'number') return `<c r="${place}" s="${style}"><v>${cell}</v></c>`;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(spelt(textFrom(typeof cell === 'string' ? cell : cell.error)))}</t></is></c>`;
}

/** Characters that XML may not hold, or would change, by their code. */
const spelt = (text: string) => text.replace(/[\u0000-\u0008\u000b-\u001f]/g, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);

/** The rows of one sheet, in as many sheets as they need. */
async function* inParts({ name, rows }: StreamedSheet): AsyncGenerator<{ readonly name: string; readonly rows: AsyncGenerator<readonly Cell[]> }> {
  const iterator = (async function* all() { yield* rows; })();
  let next = await iterator.next();
  for (let part = 1; part === 1 || !next.done; part++) {
    yield {
      name: part === 1 ? name : `${name} ${part}`,
      rows: (async function* some() {
        for (let count = 0; !next.done && count < MOST_ROWS; count++) {
          yield next.value;
          next = await iterator.next();
        }
      })(),
    };
  }
}

/** Small pieces cost more to hand on than to write. */
async function* together(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let kept = '';
  for await (const piece of pieces) {
    kept += piece;
    if (kept.length < 32_768) continue;
    yield kept;
    kept = '';
  }
  if (kept) yield kept;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** As it is in the workbooks that are made at once: text at the top of its cell, headings bold, a title large. */
const STYLE_SHEET = `<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="16"/><name val="Calibri"/></font></fonts>`
  + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">'
  + [0, 1, 2].map((font) => `<xf fontId="${font}" applyFont="1" applyAlignment="1"><alignment vertical="top"${font === 2 ? '' : ' wrapText="1"'}/></xf>`).join('') + '</cellXfs></styleSheet>';

type Relation = readonly [kind: string, target: string];
const relations = (all: readonly Relation[]) => `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${kind === 'core' ? `${PACKAGE}/relationships/metadata/core-properties` : `${OFFICE}/${kind}`}" Target="${target}"/>`).join('')}</Relationships>`;

function contentTypes(sheets: readonly { readonly table: string | null }[]): string {
  const of = (part: string, type: string) => `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
    + '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    + `${of('xl/workbook.xml', 'sheet.main')}${of('xl/styles.xml', 'styles')}${sheets.map(({ table }, at) => of(`xl/worksheets/sheet${at + 1}.xml`, 'worksheet') + (table ? of(`xl/tables/table${at + 1}.xml`, 'table') : '')).join('')}</Types>`;
}

const tableName = (name: string) => `T_${name.replace(/\W/g, '')}`;
