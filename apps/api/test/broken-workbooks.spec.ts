import { describe, expect, it } from '@jest/globals';
import { layout, problemInSheets, readSheets } from '@attest/domain/workbook';
import { readSheetsOf } from '@attest/shared/api';
import { templateFaults } from '../../../libs/templates/api/src/shape/shape';
import { writeBack } from '../../../libs/templates/api/src/workbook/workbook-file';
import { broken, soundTemplate } from './broken-workbooks';
import { sheetsOf, type Sheet, type WorkbookProblem } from '@attest/domain/workbook';
import { repacked, xlsxOf } from './packages';

const names = Object.keys(layout);
const line = ({ sheet, row, column, detail }: WorkbookProblem) => `${sheet}!${column}${row || ''} ${detail}`;

/** All that is told of the sheets of a workbook. */
function problemsOf(sheets: readonly Sheet[]): readonly WorkbookProblem[] {
  const read = readSheets(sheets);
  if ('problems' in read) return read.problems;
  return [...templateFaults(read.template).map(({ where, detail }) => problemInSheets(sheets, new Set(), read.template, where, detail)), ...read.later];
}

async function toldOf(bytes: Uint8Array): Promise<readonly string[]> {
  const read = await readSheetsOf(Buffer.from(bytes), names);
  return 'refused' in read ? [read.refused] : problemsOf(read.sheets).map(line);
}

describe('a workbook that is broken', () => {
  it('is one of many, each in a way of its own', () => {
    expect(broken.length).toBeGreaterThanOrEqual(80);
    expect(new Set(broken.map(([name]) => name)).size).toBe(broken.length);
  });

  it('would be fine if it were not', async () => {
    expect(await toldOf(await xlsxOf(sheetsOf(soundTemplate)))).toEqual([]);
  });

  it.each(broken)('is told of: %s', async (_, make, told) => {
    const said = await toldOf(await make());
    expect(said).toEqual(expect.arrayContaining([expect.stringMatching(told)]));
    expect(said.join()).not.toMatch(/undefined|\[object|NaN/);
  });

  it('goes back so that it can be opened, and everything is told again', async () => {
    // what is refused whole comes first, and does not go back
    for (const [name, make] of broken.filter((_, at) => at > 30 && at % 6 === 0)) {
      const read = await readSheetsOf(Buffer.from(await make()), names);
      if ('refused' in read) continue;
      const back = await readSheetsOf(Buffer.from(await writeBack(read.format, read.sheets, problemsOf(read.sheets), { owner: 'Us', at: new Date(0) })), ['checks']);
      expect([name, 'sheets' in back && back.sheets[0]!.rows.length - 1]).toEqual([name, problemsOf(read.sheets).length]);
    }
  });

  it('is not one for a hundred thousand blank rows', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `<row r="${at + 1_000}"><c r="A${at + 1_000}" s="1"/></row>`).join('');
    const whole = await repacked(await xlsxOf(sheetsOf(soundTemplate)), (parts) => parts.set('xl/worksheets/sheet3.xml', parts.get('xl/worksheets/sheet3.xml')!.replace('</sheetData>', `${rows}</sheetData>`)));
    expect(await toldOf(whole)).toEqual([]);
  });

  it('keeps nobody waiting who is served meanwhile', async () => {
    const bomb = await broken.find(([name]) => name === 'a zip bomb')![1]();
    const heavy = await broken.find(([name]) => name === 'a novel')![1]();
    const copies = [bomb, heavy].map((bytes) => Buffer.from(bytes));
    const [here, everywhere] = [process.threadCpuUsage(), process.cpuUsage()];
    await Promise.all(copies.map((bytes) => readSheetsOf(bytes, names)));
    // the work is done beside the thread that answers, however slow the machine is
    expect(process.threadCpuUsage(here).user).toBeLessThan(process.cpuUsage(everywhere).user / 2);
  });
});
