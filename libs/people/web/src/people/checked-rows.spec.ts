import { TestBed } from '@angular/core/testing';
import { expect, it } from '@jest/globals';
import type { CheckedRow } from '@attest/shared/client';
import { CheckedRows } from './checked-rows';

const aRow = (row: number, changes: Partial<CheckedRow> = {}): CheckedRow => ({
  row, name: 'Ann', email: `a${row}@school.example`, place: 'Oakfield', role: 'DSL', problems: [],
  invitation: { name: 'Ann', email: `a${row}@school.example`, role: 'lead', organisationId: 'o', trust: null }, ...changes,
});

it('puts first what cannot be sent, with what to do, and says the role as it was understood', async () => {
  const fixture = TestBed.createComponent(CheckedRows);
  fixture.componentRef.setInput('rows', [aRow(1), aRow(2, { invitation: null, problems: [{ column: 'email', detail: 'Enter an e-mail address.' }] })]);
  fixture.componentRef.setInput('ready', 1);
  fixture.componentRef.setInput('wrong', 1);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const rows = [...page.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent!.trim()));
  expect(rows.map(([row, , , , role, what]) => [row, role, what])).toEqual([['2', 'DSL', 'Enter an e-mail address.'], ['1', 'Safeguarding lead', 'Ready']]);
  expect(page.textContent).toContain('1 person cannot be invited as written.');
});
