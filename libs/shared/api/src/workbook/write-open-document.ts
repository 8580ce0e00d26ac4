import { buffer } from 'node:stream/consumers';
import { columnName } from '@attest/domain/workbook';
import { harmless } from '../harmless';
import { newZip } from '../yazl';
import { OPEN_DOCUMENT_TYPE, ROWS_TO_FILL, typedOver, type Cell, type Filling, type Sheet } from './sheet';

/** The same sheets as an OpenDocument spreadsheet (ODF 1.3), for those whose offices do without Excel. */
export function writeOpenDocument(title: string, made: Date, sheets: readonly Sheet[]): Promise<Uint8Array> {
  const zip = newZip();
  // first and as it is, so that what the file is can be told from its first bytes
  zip.addBuffer(Buffer.from(OPEN_DOCUMENT_TYPE), 'mimetype', { mtime: made, compress: false });
  const parts = { 'content.xml': content(sheets), 'styles.xml': STYLES, 'settings.xml': settings(sheets), 'meta.xml': meta(title, made) };
  for (const [name, xml] of Object.entries({ ...parts, 'META-INF/manifest.xml': manifest(Object.keys(parts)) })) zip.addBuffer(Buffer.from(HEAD + xml), name, { mtime: made });
  zip.end();
  return buffer(zip.outputStream);
}

export const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const spaces = Object.entries({
  office: 'office', style: 'style', text: 'text', table: 'table', fo: 'xsl-fo-compatible', number: 'datastyle', meta: 'meta', config: 'config',
}).map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ')
  + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3"';

export const STYLES = `<office:document-styles ${spaces}><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:language="en" fo:country="GB"/></style:default-style></office:styles></office:document-styles>`;

export const contentHead = (widths: readonly number[]) =>
  `<office:document-content ${spaces}><office:automatic-styles>${widths.map(columnStyle).join('')}${cellStyles}</office:automatic-styles><office:body><office:spreadsheet>`;
export const contentEnd = '</office:spreadsheet></office:body></office:document-content>';

function content(sheets: readonly Sheet[]): string {
  const widths = [...new Set(sheets.flatMap((sheet) => sheet.widths))];
  return contentHead(widths)
    + `<table:content-validations>${sheets.flatMap((sheet) => [...sheet.fillings ?? []].map(([at, filling]) => validation(sheet, at, filling))).join('')}</table:content-validations>`
    + `${sheets.map(table).join('')}${contentEnd}`;
}

/** A character is about two millimetres wide. */
const columnStyle = (width: number) => `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${width * 2}mm"/></style:style>`;

const cellStyle = (name: string, cell: string, text = '', more = '') =>
  `<style:style style:name="${name}" style:family="table-cell"${more}><style:table-cell-properties style:vertical-align="top" ${cell}/><style:text-properties ${text}/></style:style>`;
const WRAPPED = 'fo:wrap-option="wrap"';
const cellStyles = '<number:text-style style:name="as-typed"><number:text-content/></number:text-style>'
  + cellStyle('body', WRAPPED) + cellStyle('typed', WRAPPED, '', ' style:data-style-name="as-typed"') + cellStyle('heading', WRAPPED, 'fo:font-weight="bold"')
  + cellStyle('titled', '', 'fo:font-weight="bold" fo:font-size="16pt"') + cellStyle('wrong', `${WRAPPED} fo:background-color="#ffd9d2"`);

/** Of a sheet that nobody fills in. */
export const tableHead = (name: string, widths: readonly number[]) =>
  `<table:table table:name="${escaped(name)}">${widths.map((width) => `<table:table-column table:style-name="w${width}" table:default-cell-style-name="body"/>`).join('')}`;
export const openDocumentRow = (cells: readonly Cell[], style: 'heading' | 'titled' | 'body') =>
  `<table:table-row>${cells.map((cell) => written(cell, style, '', undefined)).join('')}</table:table-row>`;

function table(sheet: Sheet): string {
  const { name, widths, header, headings, rows, fillings = new Map<number, Filling>(), notes = new Map<string, string>() } = sheet;
  const head = header ?? headings;
  const columns = widths.map((width, at) => {
    const { kept, textual } = fillings.get(at) ?? {};
    return `<table:table-column table:style-name="w${width}" table:default-cell-style-name="${textual ? 'typed' : 'body'}"${kept ? ' table:visibility="collapse"' : ''}/>`;
  });
  const looked = (at: number, column: number, cell: Cell) => {
    const note = notes.get(`${at},${column}`);
    const style = note !== undefined ? 'wrong' : at > 0 ? (fillings.get(column)?.textual ? 'typed' : 'body') : head ? 'heading' : 'titled';
    return written(cell, style, at > 0 && fillings.has(column) && rulesOf(fillings.get(column)!) ? ruleName(name, column) : '', note);
  };
  const lines = (head ? [head, ...rows] : rows).map((row, at) => `<table:table-row>${widths.map((_, column) => looked(at, column, row[column] ?? null)).join('')}</table:table-row>`);
  const [first = '', ...others] = lines;
  // empty rows in which the same is offered
  const empty = fillings.size === 0 || lines.length >= ROWS_TO_FILL ? '' : `<table:table-row table:number-rows-repeated="${ROWS_TO_FILL - lines.length}">${widths.map((_, column) => looked(lines.length, column, null)).join('')}</table:table-row>`;
  return `<table:table table:name="${escaped(name)}">${columns.join('')}${head ? `<table:table-header-rows>${first}</table:table-header-rows>` : first}${others.join('')}${empty}</table:table>`;
}

function written(cell: Cell, style: string, rule: string, note: string | undefined): string {
  const looks = `table:style-name="${style}"${rule && ` table:content-validation-name="${rule}"`}`;
  const annotation = note === undefined ? '' : `<office:annotation><dc:creator>Attest</dc:creator>${paragraphs(note)}</office:annotation>`;
  if (cell === null) return note === undefined ? `<table:table-cell ${looks}/>` : `<table:table-cell ${looks}>${annotation}</table:table-cell>`;
  if (typeof cell === 'number') return `<table:table-cell ${looks} office:value-type="float" office:value="${cell}">${annotation}<text:p>${cell}</text:p></table:table-cell>`;
  return `<table:table-cell ${looks} office:value-type="string">${annotation}${paragraphs(typeof cell === 'string' ? harmless(cell) : cell.error)}</table:table-cell>`;
}

const paragraphs = (text: string) => text.split('\n').map((line) => `<text:p>${escaped(line).replace(/ (?= )|^ | $/g, '<text:s/>').replaceAll('\t', '<text:tab/>')}</text:p>`).join('');

const rulesOf = ({ kept, offers }: Filling) => kept === true || offers !== undefined;
const ruleName = (sheet: string, column: number) => `rule-${sheet.replace(/\W/g, '')}-${columnName(column)}`;

/** Protecting a sheet would keep people from adding and deleting rows, so what is the program's own is protected cell by cell. */
function validation({ name }: Sheet, at: number, filling: Filling): string {
  if (!rulesOf(filling)) return '';
  const { errorTitle, errorMessage } = filling.kept ? typedOver.kept : typedOver.offered;
  return `<table:content-validation table:name="${ruleName(name, at)}" table:condition="${escaped(conditionOf(filling))}" table:allow-empty-cell="true" table:base-cell-address="${columnAddress(name, columnName(at))}2">`
    + `<table:error-message table:message-type="stop" table:display="true" table:title="${errorTitle}"><text:p>${errorMessage}</text:p></table:error-message></table:content-validation>`;
}

function conditionOf({ kept, offers = [] }: Filling): string {
  if (kept) return 'of:is-true-formula(FALSE())';
  if ('sheet' in offers) return `of:cell-content-is-in-list([$'${offers.sheet}'.$${offers.column}$2:.$${offers.column}$${ROWS_TO_FILL}])`;
  return `of:cell-content-is-in-list(${offers.map((word) => `"${word}"`).join(';')})`;
}

const columnAddress = (sheet: string, column: string) => `${escaped(`'${sheet}'`)}.${column}`;

export function settings(sheets: readonly Sheet[]): string {
  const item = (name: string, type: string, value: string | number) => `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  const frozen = ({ name, header, headings, frozenColumns = 0 }: Sheet) => (header ?? headings ? `<config:config-item-map-entry config:name="${escaped(name)}">`
    + item('HorizontalSplitMode', 'short', frozenColumns > 0 ? 2 : 0) + item('HorizontalSplitPosition', 'int', frozenColumns) + item('PositionRight', 'int', frozenColumns)
    + `${item('VerticalSplitMode', 'short', 2)}${item('VerticalSplitPosition', 'int', 1)}${item('PositionBottom', 'int', 1)}${item('ActiveSplitRange', 'short', 2)}</config:config-item-map-entry>` : '');
  return `<office:document-settings ${spaces}><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>`
    + `${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${sheets.map(frozen).join('')}</config:config-item-map-named>`
    + '</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>';
}

export const meta = (title: string, made: Date) =>
  `<office:document-meta ${spaces}><office:meta><dc:title>${escaped(title)}</dc:title><dc:language>en-GB</dc:language><meta:generator>Attest</meta:generator><meta:creation-date>${made.toISOString()}</meta:creation-date></office:meta></office:document-meta>`;

export function manifest(parts: readonly string[]): string {
  const entry = (path: string, type: string) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  return `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entry('/', OPEN_DOCUMENT_TYPE)}${parts.map((part) => entry(part, 'text/xml')).join('')}</manifest:manifest>`;
}

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that no XML may hold are shown as lost. */
export function escaped(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu, '\ufffd').replace(/[&<>"]/g, (character) => named[character]!);
}
