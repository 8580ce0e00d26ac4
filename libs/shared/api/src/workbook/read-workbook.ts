import { readXlsx, type CellValue } from 'hucre/xlsx';
import { packageIn } from './unpacking';

const MOST_ROWS = 5_000;
const MOST_COLUMNS = 50;

/** The first sheet as text, row by row; null for what is no workbook, or far larger unpacked than it pretends. */
export async function readFirstSheet(bytes: Buffer): Promise<string[][] | null> {
  if ((await packageIn(bytes)) !== 'xlsx') return null;
  try {
    const { sheets } = await readXlsx(bytes, { sheets: [0], maxRows: MOST_ROWS });
    return (sheets[0]?.rows ?? []).map((row) => row.slice(0, MOST_COLUMNS).map(textOf));
  } catch {
    // whatever a stranger's file makes of the library, it is a file that cannot be read
    return null;
  }
}

function textOf(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
