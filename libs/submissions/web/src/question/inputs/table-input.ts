import { Component, computed, inject, input, output } from '@angular/core';
import { isTable, type Answer, type Cells } from '@attest/domain/questionnaire';
import type { QuestionView } from '@attest/shared/client';
import { FieldNames } from '../field-names';

type Column = NonNullable<QuestionView['table']>['columns'][number];

/** A small table, cell by cell. On a narrow screen each row stands by itself, with its headings beside its cells. */
@Component({
  selector: 'att-table-input',
  templateUrl: './table-input.html',
  styleUrl: './table-input.scss',
})
export class TableInput {
  protected readonly names = inject(FieldNames);
  readonly question = input.required<QuestionView>();
  readonly answer = input.required<Answer>();
  readonly error = input('');
  readonly typed = output<Cells | null>();

  protected readonly table = computed(() => this.question().table ?? { rows: [], columns: [] });
  private readonly cells = computed<Cells['cells']>(() => {
    const { value } = this.answer();
    return value !== null && isTable(value) ? value.cells : {};
  });

  protected said(row: string, column: string): string {
    return String(this.cells()[row]?.[column] ?? '');
  }

  /** What is no number yet stays on the screen and is told by the API, so that nothing typed disappears. */
  protected take(row: string, { key, type }: Column, text: string): void {
    const plain = text.trim().replace(/%$/, '').replace(/,(?=\d{3}(\D|$))/g, '').trim();
    const value = type === 'text' || !/^\d+(\.\d+)?$/.test(plain) ? text : Number(plain);
    const cells = { ...this.cells(), [row]: { ...this.cells()[row], [key]: value } };
    const filled = Object.values(cells).some((each) => Object.values(each).some((one) => one !== ''));
    this.typed.emit(filled ? { cells } : null);
  }
}
