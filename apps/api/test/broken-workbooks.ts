import type { Template } from '@attest/domain/questionnaire';
import { sheetsOf, type Cell, type Sheet } from '@attest/domain/workbook';
import section11 from '../../../libs/templates/api/src/library/section-11.2026-27.json' with { type: 'json' };
import { compound, encrypted, odsOf, packed, repacked, xlsxOf } from './packages';

/** A workbook as it comes back from a long journey, what is wrong with it, and the words in which that must be told. */
export type Broken = readonly [name: string, make: () => Promise<Uint8Array>, told: RegExp];

/** Everything is right with this one. */
export const soundTemplate = { ...section11, code: 'to-be-broken' } as unknown as Template;
const good = () => sheetsOf(soundTemplate);

type Change = (rows: Cell[][], column: (name: string) => number, row: (ref: string) => number) => void;
const changed = (name: string, change: Change): readonly Sheet[] => good().map((sheet) => {
  if (sheet.name !== name) return sheet;
  const rows = sheet.rows.map((row) => [...row]);
  change(rows, (heading) => rows[0]!.indexOf(heading), (ref) => rows.findIndex(([first]) => first === ref));
  return { ...sheet, rows };
});
const with_ = (name: string, change: Change) => () => xlsxOf(changed(name, change));
/** One cell of one row, found by what stands first in it; a setting, a question, a level. */
const cell = (sheet: string, first: string, column: string, value: Cell) => with_(sheet, (rows, at, row) => { rows[row(first)]![at(column)] = value; });
const question = (ref: string, column: string, value: Cell) => cell('Questions', ref, column, value);
const added = (sheet: string, ...cells: Cell[]) => with_(sheet, (rows) => { rows.push(cells); });
const renamed = (from: string, to: string) => () => xlsxOf(good().map((sheet) => (sheet.name === from ? { ...sheet, name: to } : sheet)));
const heading = (sheet: string, from: string, to: string) => with_(sheet, (rows, at) => { rows[0]![at(from)] = to; });

/** The third sheet of these workbooks holds the questions. */
const QUESTIONS = 'xl/worksheets/sheet3.xml';
const inParts = (change: (parts: Map<string, string>) => void) => async () => repacked(await xlsxOf(good()), change);
const inSheet = (change: (xml: string) => string) => inParts((parts) => parts.set(QUESTIONS, change(parts.get(QUESTIONS)!)));
const inCell = (place: string, xml: string) => inSheet((sheet) => sheet.replace(new RegExp(`<c r="${place}"[^>]*?(/>|>.*?</c>)`), xml));
const inOds = (change: (content: string) => string) => async () => repacked(await odsOf(good()), (parts) => parts.set('content.xml', change(parts.get('content.xml')!)), 'mimetype');

const bytes = (text: string | Uint8Array) => () => Promise.resolve(Buffer.from(text as string));
const MEGABYTE = 1024 * 1024;
const NO_WORKBOOK = /^This is no workbook that can be read/;
const FAR_LARGER = /^Unpacked, this workbook is far larger/;
const DAMAGED = /^This workbook is damaged/;

const files: readonly Broken[] = [
  ['an empty file', bytes(''), /^The file is empty\./],
  ['a letter called a workbook', bytes('Dear colleague'), NO_WORKBOOK],
  ['a CSV called a workbook', bytes('ref,title\r\n1.1,Policy'), NO_WORKBOOK],
  ['a CSV in UTF-16', bytes(Buffer.from('\ufeffref\ttitle', 'utf16le')), NO_WORKBOOK],
  ['a PDF', bytes('%PDF-1.7\n%âãÏÓ\n1 0 obj'), NO_WORKBOOK],
  ['a web page that Excel would open', bytes('<html><table><tr><td>1.1</td></tr></table></html>'), NO_WORKBOOK],
  ['a workbook of Excel 97', compound, /^This workbook is in the format of Excel 97/],
  ['a workbook with a password', () => encrypted(good()), /or it has a password/],
  ['an OpenDocument with a password', async () => repacked(await odsOf(good()), (parts) => parts.set('META-INF/manifest.xml', '<manifest:manifest><manifest:encryption-data/></manifest:manifest>'), 'mimetype'), /^This workbook has a password/],
  ['macros', inParts((parts) => parts.set('xl/vbaProject.bin', 'Sub Auto_Open()')), /^This workbook has macros/],
  ['macros in an OpenDocument', async () => repacked(await odsOf(good()), (parts) => parts.set('Basic/Standard/Module1.xml', '<script/>'), 'mimetype'), /^This workbook has macros/],
  ['a zip bomb', inParts((parts) => parts.set('xl/media/image1.png', '0'.repeat(30 * MEGABYTE))), FAR_LARGER],
  ['a thousand small entries', inParts((parts) => { for (let at = 0; at < 1_100; at++) parts.set(`xl/media/${at}.txt`, ''); }), FAR_LARGER],
  ['a bomb that says it is small', async () => lying(await repacked(await xlsxOf(good()), (parts) => parts.set('xl/media/image1.png', '0'.repeat(30 * MEGABYTE)))), FAR_LARGER],
  ['a Word document', () => packed({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' }), NO_WORKBOOK],
  ['an OpenDocument text', async () => repacked(await odsOf(good()), (parts) => parts.set('mimetype', 'application/vnd.oasis.opendocument.text'), 'mimetype'), NO_WORKBOOK],
  ['an OpenDocument that says it is something else', async () => repacked(await odsOf(good()), (parts) => parts.set('mimetype', 'application/zip'), 'mimetype'), NO_WORKBOOK],
  ['a binary workbook', () => packed({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }), NO_WORKBOOK],
  ['half a workbook', async () => { const whole = await xlsxOf(good()); return whole.subarray(0, whole.length / 2); }, NO_WORKBOOK],
  ['a sheet that is cut off', inSheet((xml) => xml.slice(0, xml.length / 2)), DAMAGED],
  ['a workbook without its list of sheets', inParts((parts) => { parts.delete('xl/workbook.xml'); }), DAMAGED],
  ['more than five megabytes', bytes(new Uint8Array(5 * MEGABYTE + 1).fill(80)), /larger than 5 MB/],
  ['six thousand rows', with_('Choices', (rows) => { for (let at = 0; at < 6_000; at++) rows.push(['0.3', `c-${at}`, `Choice ${at}`]); }), /^The sheet Choices has something in row \d+\. Keep to 5000 rows/],
  ['something in the last row there is', inSheet((xml) => xml.replace('</sheetData>', '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>')), FAR_LARGER],
  ['a heading far to the right', with_('Questions', (rows) => { rows[0]![80] = 'weight'; }), /^The sheet Questions has a heading in column CC/],
  ['a novel', with_('Questions', (rows, at) => { for (let n = 0; n < 600; n++) rows.push(rows[1]!.map((one, column) => (column === at('help') ? 'word '.repeat(1_800) : one))); }), /^There is far more text/],
];

const sheets: readonly Broken[] = [
  ['no sheet of questions', () => xlsxOf(good().filter(({ name }) => name !== 'Questions')), /^Questions! The sheet Questions is missing\./],
  ['no sheet of settings', () => xlsxOf(good().filter(({ name }) => name !== 'Template')), /^Template! The sheet Template is missing\./],
  ['a sheet by another name', renamed('Scales', 'Scale'), /^Scales! The sheet Scales is missing\./],
  ['two sheets of one name', () => xlsxOf([...good(), { name: 'questions', rows: [['ref']] }]), /^Questions! There are two sheets called Questions\./],
  ['a column by another name', heading('Questions', 'type', 'kind'), /^Questions!1 The sheet Questions has no column type\./],
  ['no row of headings', with_('Sections', (rows) => { rows.shift(); }), /^Sections!1 The sheet Sections has no column section_ref, title\./],
  ['two columns of one name', heading('Questions', 'help', 'title'), /^Questions!G1 There are two columns called title\./],
  ['merged cells', inSheet((xml) => xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="B2:C3"/></mergeCells>')), /^Questions!B2 The cells B2:C3 are merged/],
  ['merged cells in an OpenDocument', inOds((xml) => xml.replace(/(<table:table table:name="Questions">.*?<\/table:table-header-rows><table:table-row><table:table-cell )/s, '$1table:number-columns-spanned="1" table:number-rows-spanned="2" ')), /^Questions!A2 The cells A2:A3 are merged/],
  ['a formula', inCell('F2', '<c r="F2" t="str"><f>CONCATENATE(A1,"?")</f><v>Who leads?</v></c>'), /^Questions!F2 This cell holds a formula/],
  ['a formula that is filled down', inSheet((xml) => xml.replace(/<c r="F2"[^>]*?>.*?<\/c>/, '<c r="F2" t="str"><f t="shared" ref="F2:F3" si="0">A2</f><v>a</v></c>').replace(/<c r="F3"[^>]*?>.*?<\/c>/, '<c r="F3" t="str"><f t="shared" si="0"/><v>b</v></c>')), /^Questions!F3 This cell holds a formula/],
  ['a formula that fetches from elsewhere', inCell('G2', '<c r="G2" t="str"><f>WEBSERVICE("http://127.0.0.1/")</f><v></v></c>'), /^Questions!G2 This cell holds a formula/],
  ['a formula in an OpenDocument', inOds((xml) => xml.replace(/(<table:table table:name="Questions">.*?<\/table:table-header-rows><table:table-row><table:table-cell )/s, '$1table:formula="of:=1+1" ')), /^Questions!A2 This cell holds a formula/],
  ['#REF!', inCell('E2', '<c r="E2" t="e"><v>#REF!</v></c>'), /^Questions!E2 This cell holds an error \(#REF!\)/],
  ['#REF! in an OpenDocument', () => odsOf(changed('Questions', (rows) => { rows[1]![4] = '#REF!'; })), /^Questions!E2 This cell holds an error/],
  ['letters lost between encodings', inParts((parts) => parts.set('xl/sharedStrings.xml', parts.get('xl/sharedStrings.xml')!.replace('Senior', 'S\ufffdnior'))), /has characters that cannot be seen, or letters that were lost/],
];

const RARELY = 'Our staff rarely meet children or make decisions about them';

const questions: readonly Broken[] = [
  ['a number used twice', question('0.2', 'ref', '0.1'), /^Questions!A3 The number 0\.1 is used in row 2 already\./],
  ['a number that a spreadsheet made of text', question('1.2', 'ref', 1.1), /The number 1\.1 is used in row \d+ already\./],
  ['a row copied with its qid', with_('Questions', (rows) => { rows.push(['99.9', ...rows[1]!.slice(1)]); }), /^Questions!B\d+ Another question has the qid "senior-lead-contact"/],
  ['no number', question('0.1', 'ref', null), /^Questions!A2 ref is empty\./],
  ['no title', question('0.1', 'title', null), /^Questions!E2 title is empty\./],
  ['no wording', question('0.1', 'full_wording', '  '), /^Questions!F2 full_wording is empty\./],
  ['a section there is not', question('0.1', 'section_ref', '77'), /^Questions!C2 There is no section 77\./],
  ['a type there is not', question('0.1', 'type', 'rating'), /^Questions!D2 "rating" is not one of the possible values\./],
  ['a scale there is not', question('1.1', 'scale', 'traffic'), /There is no scale "traffic"\./],
  ['a rating without a scale', question('1.1', 'scale', null), /A rated question needs a scale\./],
  ['a basis there is not', question('1.1', 'basis', 'law'), /"law" is not one of the possible values\./],
  ['neither yes nor no', question('1.1', 'required', 'perhaps'), /"perhaps" is neither yes nor no\./],
  ['a weight in words', question('1.1', 'weight', 'three'), /"three" is not a number\./],
  ['a negative weight', question('1.1', 'weight', -1), /The weight of 1\.1 is a whole number/],
  ['half a weight', question('1.1', 'weight', 1.5), /The weight of 1\.1 is a whole number/],
  ['a condition on a question that comes later', question('0.1', 'show_if', `0.3 is "${RARELY}"`), /^Questions!A2 0\.1 depends on 0\.3, which does not come before it\./],
  ['a circle of conditions', question('0.3', 'show_if', `0.3 is "${RARELY}"`), /^Questions!A4 0\.3 depends on 0\.3, which does not come before it\./],
  ['a condition on a question there is not', question('0.1', 'show_if', '9.99 is "Yes"'), /^Questions!AA2 The condition cannot be read at character 1\. There is no question 9\.99\./],
  ['a condition nobody can read', question('0.1', 'show_if', 'whenever it suits'), /^Questions!AA2 The condition cannot be read/],
  ['a condition on an answer there is not', question('1.1', 'show_if', '0.3 is "Sometimes"'), /The condition cannot be read at character \d+\./],
  ['a phase there is not', question('1.1', 'phases', 'nursery; crèche'), /"crèche" is not among the possible values\./],
  ['a change there is not', question('1.1', 'change_from_last', 'improved'), /"improved" is not one of the possible values\./],
  ['a title that is too long', question('1.1', 'title', 'x'.repeat(301)), /^Questions!E\d+ This must have 300 characters or fewer\./],
  ['a cell with a chapter in it', question('1.1', 'help', 'x'.repeat(12_000)), /This cell has 12000 characters\./],
  ['a character that rings a bell', question('1.1', 'title', 'Policy\u0007'), /has characters that cannot be seen/],
  ['letters that run backwards', question('1.1', 'title', 'Policy \u202egnp.exe'), /has characters that cannot be seen/],
  ['a descriptor of a level there is not', added('Descriptors', '1.1', 'Purple', 'Very'), /"Purple" is no level of four-level\./],
  ['a descriptor twice', added('Descriptors', '1.1', 'Met', 'Again'), /1\.1 describes Met twice\./],
  ['a descriptor of a question there is not', added('Descriptors', '9.99', 'Met', 'It is'), /^Descriptors!A\d+ There is no question 9\.99\./],
  ['a descriptor without words', cell('Descriptors', '1.1', 'wording', null), /^Descriptors!C\d+ wording is empty\./],
  ['a level that nobody described', with_('Descriptors', (rows, _, row) => { rows.splice(row('1.1'), 1); }), /Say what it takes in 1\.1 to be: Embedded\./],
  ['the same words for two levels', with_('Descriptors', (rows, at, row) => { rows[row('1.1') + 1]![at('wording')] = rows[row('1.1')]![at('wording')]!; }), /Two levels of 1\.1 are described alike/],
  ['a choice of a question there is not', added('Choices', '9.99', 'a', 'A'), /^Choices!A\d+ There is no question 9\.99\./],
  ['a choice without words', added('Choices', '0.3', 'maybe', null), /^Choices!C\d+ label is empty\./],
  ['a descriptor of a question that is not rated', added('Descriptors', '0.4', 'Met', 'It is'), /^Descriptors!A\d+ Question 0\.4 is of the type \w+, so nothing of this sheet belongs to it\./],
  ['a choice of a question that has none', added('Choices', '1.1', 'a', 'A'), /^Choices!A\d+ Question 1\.1 is of the type level, so nothing of this sheet belongs to it\./],
  ['a table of a question that has none', added('Tables', '1.1', 'row', 'a', 'A'), /^Tables!A\d+ Question 1\.1 is of the type level, so nothing of this sheet belongs to it\./],
  ['a table of a question there is not', added('Tables', '9.99', 'row', 'a', 'A'), /^Tables!A\d+ There is no question 9\.99\./],
];

const settings: readonly Broken[] = [
  ['a date that a spreadsheet made a number of', cell('Template', 'effective_from', 'value', 46_266), /^Template!B\d+ "46266" is not a date\./],
  ['a date as people write it', cell('Template', 'effective_from', 'value', '01/09/2026'), /"01\/09\/2026" is not a date\./],
  ['a day there is not', cell('Template', 'effective_from', 'value', '2026-02-31'), /This must be a real date/],
  ['an audience there is not', cell('Template', 'audience', 'value', 'parents'), /"parents" is not one of the possible values\./],
  ['a setting twice', added('Template', 'title', 'Another title'), /title is set twice\./],
  ['a setting that is missing', with_('Template', (rows, _, row) => { rows.splice(row('edition'), 1); }), /^Template! edition is not set\./],
  ['a code that makes no address', cell('Template', 'code', 'value', 'Section 11!'), /^Template!B\d+ This may hold small letters, figures and hyphens, and begins with a letter or a figure\./],
  ['a section twice', with_('Sections', (rows) => { rows[2]![0] = rows[1]![0]!; }), /^Sections!A3 Two sections have the number 0\./],
  ['a section that asks nothing', added('Sections', '99', null, 'Nothing', null, 1), /Section 99 asks nothing/],
  ['a section without a title', with_('Sections', (rows, at) => { rows[1]![at('title')] = null; }), /^Sections!C2 title is empty\./],
  ['a level twice', with_('Scales', (rows) => { rows.push([...rows[1]!]); }), /Two levels of four-level are called "Embedded"\./],
  ['a colour there is not', cell('Scales', 'four-level', 'colour', 'purple'), /"purple" is not one of the possible values\./],
  ['a level without a score', cell('Scales', 'four-level', 'score', null), /^Scales!G2 score is empty\./],
  ['two levels of one score', with_('Scales', (rows, at) => { rows[2]![at('score')] = rows[1]![at('score')]!; }), /^Scales!A\d+ /],
  ['a result on a scale there is not', cell('Template', 'result_scale', 'value', 'traffic'), /Results are given on "traffic", which is not one of the scales\./],
  ['bands that leave a gap', with_('Scoring', (rows) => { rows.pop(); }), /^Scoring! The lowest level of the result starts at 0%\./],
  ['a source of a question there is not', added('Statute', '9.99', 'Children Act 2004', 'Section 11', '2004'), /^Statute!A\d+ There is no question 9\.99\./],
];

export const broken: readonly Broken[] = [...files, ...sheets, ...questions, ...settings];

/** The list at the end of a package claims that every entry is a hundred bytes long. */
function lying(whole: Uint8Array): Uint8Array {
  const copy = Buffer.from(whole);
  for (let at = copy.indexOf('PK\u0001\u0002'); at >= 0; at = copy.indexOf('PK\u0001\u0002', at + 4)) copy.writeUInt32LE(100, at + 24);
  return copy;
}
