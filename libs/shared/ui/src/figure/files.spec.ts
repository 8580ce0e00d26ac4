import { describe, expect, it } from '@jest/globals';
import { csvOf } from './files';

/** As it stands on a page: cells with markup of their own. */
function tableOf(rows: readonly (readonly string[])[]): HTMLTableElement {
  const table = document.createElement('table');
  for (const cells of rows) {
    const row = table.insertRow();
    for (const cell of cells) {
      const strong = document.createElement('strong');
      strong.append(...cell.split('|').map((text) => new Text(text)));
      row.insertCell().append(strong);
    }
  }
  return table;
}

const linesOf = (...rows: readonly (readonly string[])[]) => csvOf([tableOf(rows)]).split('\r\n');

describe('the table of a figure as a file', () => {
  it('says what the table says, in its order, for spreadsheets', () => {
    expect(csvOf([tableOf([['Standard', '2026-27'], ['3  Training\n', '25.0%| (29 of 116)']])])).toBe('\uFEFFStandard,2026-27\r\n3 Training,25.0% (29 of 116)\r\n');
  });

  it('keeps a letter and its word apart', () => expect(linesOf(['G|Met'])[0]).toBe('\uFEFFG Met'));

  it('keeps commas and quotes within their cell', () => {
    expect(linesOf(['Leadership, governance', 'the "lead"'])[0]).toBe('\uFEFF"Leadership, governance","the ""lead"""');
  });

  it('lets nothing somebody wrote become a formula, and leaves numbers alone', () => {
    expect(linesOf(['=1+1', '+44', '@sum', '-2', '-2.5%', '-cmd'])[0]).toBe("\uFEFF'=1+1,'+44,'@sum,-2,-2.5%,'-cmd");
  });

  it('takes several tables one after the other', () => {
    expect(csvOf([tableOf([['a']]), tableOf([['b']])])).toBe('\uFEFFa\r\nb\r\n');
  });
});
