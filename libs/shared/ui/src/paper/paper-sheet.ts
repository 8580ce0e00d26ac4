import { Component, input } from '@angular/core';
import type { Paper, PaperTable } from '@attest/domain/papers';
import { PaperLine } from './paper-line';

/** A paper as a page, to be looked at and printed; its title is the heading of the page around it. */
@Component({
  selector: 'att-paper-sheet',
  imports: [PaperLine],
  templateUrl: './paper-sheet.html',
  styleUrl: './paper-sheet.scss',
})
export class PaperSheet {
  readonly paper = input.required<Paper>();

  protected share({ columns }: PaperTable, width: number): number {
    return (100 * width) / columns.reduce((sum, column) => sum + column.width, 0);
  }
}
