import { Component, input, output } from '@angular/core';
import { Field, FieldInput } from './field';

export interface Option {
  readonly key: string;
  readonly label: string;
}

/** One filter of a list: a native select whose first choice leaves it open. */
@Component({
  selector: 'att-filter-select',
  imports: [Field, FieldInput],
  template: `
    <att-field [label]="label()">
      <select attInput #select (change)="chosen.emit(select.value || null)">
        <option value="" [selected]="!value()">{{ open() }}</option>
        @for (option of options(); track option.key) {
          <option [value]="option.key" [selected]="option.key === value()">{{ option.label }}</option>
        }
      </select>
    </att-field>
  `,
  styles: ':host { display: block; min-width: 0; } att-field { margin-bottom: 0; }',
})
export class FilterSelect {
  readonly label = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  readonly value = input<string | null | undefined>(null);
  /** What no choice means: "All areas". */
  readonly open = input('All');
  readonly chosen = output<string | null>();
}
