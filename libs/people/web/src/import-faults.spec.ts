import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import type { Fault } from '@attest/shared/web';
import { ImportFaults } from './import-faults';

async function rows(faults: readonly Fault[]): Promise<string[][]> {
  const fixture = TestBed.createComponent(ImportFaults);
  fixture.componentRef.setInput('faults', faults);
  await fixture.whenStable();
  return [...(fixture.nativeElement as HTMLElement).querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent!.trim()));
}

describe('the faults of a file', () => {
  it('stand in a table by row and column, with what to do', async () => {
    expect(await rows([{ where: 'row 12, column "LA (code)"', detail: 'The code must be three digits.' }]))
      .toEqual([['12', 'LA (code)', 'The code must be three digits.']]);
  });

  it('keep their words where they have another place, or none', async () => {
    expect(await rows([{ where: '', detail: 'and 14 more.' }, { where: 'header', detail: 'It is missing.' }]))
      .toEqual([['–', '–', 'and 14 more.'], ['header', '–', 'It is missing.']]);
  });
});
