import { Component, ElementRef, inject, input, output } from '@angular/core';
import { Icon, onceDrawn, type Option } from '@attest/shared/ui';

export interface Row {
  readonly key: string;
  readonly label: string;
  readonly type?: string;
}

/** A short list of words that can be added to, put in order and taken from. Each keeps its key, whatever it is called. */
@Component({
  selector: 'att-rows-editor',
  imports: [Icon],
  template: `
    <fieldset [id]="name()" tabindex="-1">
      <legend>{{ legend() }}</legend>
      @for (row of rows(); track row.key) {
        <div class="row">
          <input #label class="att-input" autocomplete="off" [attr.aria-label]="one() + ' ' + ($index + 1)" [value]="row.label" (input)="change($index, { label: label.value }, 'soon')" />
          @if (types().length > 0) {
            <select #type class="att-input" [attr.aria-label]="'What is in ' + one().toLowerCase() + ' ' + ($index + 1)" (change)="change($index, { type: type.value }, 'now')">
              @for (option of types(); track option.key) { <option [value]="option.key" [selected]="option.key === row.type">{{ option.label }}</option> }
            </select>
          }
          <span class="ways">
            <button type="button" class="att-button att-button--small" [disabled]="$first" [attr.aria-label]="'Move up: ' + called($index)" (click)="move($index, -1)"><att-icon name="up" /></button>
            <button type="button" class="att-button att-button--small" [disabled]="$last" [attr.aria-label]="'Move down: ' + called($index)" (click)="move($index, 1)"><att-icon name="down" /></button>
            <button type="button" class="att-button att-button--small" [attr.aria-label]="'Remove: ' + called($index)" (click)="remove($index)"><att-icon name="delete" /></button>
          </span>
        </div>
      }
      <button type="button" class="att-button att-button--small" (click)="add()"><att-icon name="add" />Add {{ one().toLowerCase() }}</button>
    </fieldset>
  `,
  styles: `
    .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-bottom: 8px; }
    .row > input { flex: 1 1 14rem; max-width: 30rem; } .row > select { flex: 0 1 10rem; width: auto; }
    .ways { display: inline-flex; gap: 4px; } .ways .att-button { padding: 4px 8px; min-width: 36px; }
  `,
})
export class RowsEditor {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly drawn = onceDrawn();

  readonly name = input('');
  readonly legend = input.required<string>();
  /** What one of them is called: "Choice". */
  readonly one = input.required<string>();
  readonly rows = input.required<readonly Row[]>();
  readonly types = input<readonly Option[]>([]);
  readonly changed = output<{ readonly rows: readonly Row[]; readonly when: 'now' | 'soon' }>();

  protected called(at: number): string {
    return this.rows()[at]!.label || `${this.one()} ${at + 1}`;
  }

  protected change(at: number, part: Partial<Row>, when: 'now' | 'soon'): void {
    this.changed.emit({ rows: this.rows().map((row, place) => (place === at ? { ...row, ...part } : row)), when });
  }

  protected move(at: number, by: 1 | -1): void {
    const rows = [...this.rows()];
    rows.splice(at + by, 0, ...rows.splice(at, 1));
    this.say(rows);
  }

  protected remove(at: number): void {
    this.say(this.rows().filter((_, place) => place !== at));
    this.focusOn(Math.max(0, at - 1));
  }

  protected add(): void {
    const [taken, stem] = [new Set(this.rows().map(({ key }) => key)), this.one().toLowerCase()];
    let n = this.rows().length + 1;
    while (taken.has(`${stem}-${n}`)) n++;
    this.say([...this.rows(), { key: `${stem}-${n}`, label: '', ...(this.types().length > 0 && { type: this.types()[0]!.key }) }]);
    this.focusOn(this.rows().length);
  }

  private say(rows: readonly Row[]): void {
    this.changed.emit({ rows, when: 'now' });
  }

  private focusOn(at: number): void {
    this.drawn(() => this.host.querySelectorAll<HTMLInputElement>('.row > input')[at]?.focus());
  }
}
