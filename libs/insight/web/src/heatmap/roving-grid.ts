import { Directive, ElementRef, afterRenderEffect, inject, model, untracked } from '@angular/core';

/** Steps to another cell, as rows and columns. */
const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/**
 * A table one may walk through with the arrow keys while this is true: one stop for Tab, arrows from cell to cell,
 * Home and End along the row, with Control to the corners, Enter follows a cell, Escape ends it. Otherwise it stays a
 * plain table, which the table commands of screen readers handle best.
 */
@Directive({
  selector: 'table[attRovingGrid]',
  host: { '(keydown)': 'pressed($event)', '(focusin)': 'entered($event)' },
})
export class RovingGrid {
  private readonly table = inject<ElementRef<HTMLTableElement>>(ElementRef).nativeElement;
  readonly exploring = model(false, { alias: 'attRovingGrid' });
  private walking = false;

  constructor() {
    afterRenderEffect(() => {
      const exploring = this.exploring();
      untracked(() => (exploring ? this.start() : this.end()));
    });
  }

  protected pressed(event: KeyboardEvent): void {
    if (!this.walking) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      return this.exploring.set(false);
    }
    const target = this.targetOf(event);
    if (!target) return;
    event.preventDefault();
    this.focus(target);
  }

  /** A click moves the one stop as well. */
  protected entered({ target }: FocusEvent): void {
    if (this.walking) this.stopAt(target as HTMLElement);
  }

  private targetOf({ key, ctrlKey, metaKey }: KeyboardEvent): HTMLTableCellElement | undefined {
    const cell = (this.table.ownerDocument.activeElement as HTMLElement | null)?.closest<HTMLTableCellElement>('th, td');
    if (!cell || !this.table.contains(cell)) return undefined;
    const rows = [...this.table.rows];
    const row = cell.parentElement as HTMLTableRowElement;
    const far = ctrlKey || metaKey;
    if (key === 'Home') return (far ? rows[0]! : row).cells[0];
    if (key === 'End') return [...(far ? rows.at(-1)! : row).cells].at(-1);
    const [down, right] = steps[key] ?? [];
    if (down === undefined || right === undefined) return undefined;
    const next = rows[row.rowIndex + down];
    return next?.cells[Math.min(cell.cellIndex, next.cells.length - 1) + right];
  }

  private start(): void {
    if (this.walking) return;
    this.walking = true;
    this.table.setAttribute('role', 'grid');
    for (const cell of this.table.querySelectorAll<HTMLElement>('td')) cell.setAttribute('role', 'gridcell');
    for (const control of this.controls()) control.tabIndex = -1;
    const first = this.table.tBodies[0]?.rows[0]?.cells[0];
    if (first) this.focus(first);
  }

  private end(): void {
    if (!this.walking) return;
    this.walking = false;
    this.table.setAttribute('role', 'table');
    for (const cell of this.table.querySelectorAll<HTMLElement>('th, td')) cell.removeAttribute('tabindex');
    for (const cell of this.table.querySelectorAll<HTMLElement>('td')) cell.setAttribute('role', 'cell');
    for (const control of this.controls()) control.removeAttribute('tabindex');
  }

  private focus(cell: HTMLTableCellElement): void {
    const stop = cell.querySelector<HTMLElement>('a, button') ?? cell;
    this.stopAt(stop);
    stop.focus();
  }

  private stopAt(stop: HTMLElement): void {
    for (const former of this.table.querySelectorAll<HTMLElement>('[tabindex="0"]')) former.tabIndex = -1;
    stop.tabIndex = 0;
  }

  private controls(): NodeListOf<HTMLElement> {
    return this.table.querySelectorAll<HTMLElement>('a, button');
  }
}
