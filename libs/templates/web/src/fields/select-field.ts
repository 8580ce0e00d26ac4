import { Component, input, output } from '@angular/core';
import { Field, FieldInput, type Option } from '@attest/shared/ui';

/** One of a few, in a native select. */
@Component({
  selector: 'att-select-field',
  imports: [Field, FieldInput],
  template: `
    <att-field [label]="label()" [name]="name()" [hint]="hint()">
      <select attInput #select (change)="chosen.emit(select.value)">
        @for (option of options(); track option.key) { <option [value]="option.key" [selected]="option.key === value()">{{ option.label }}</option> }
      </select>
    </att-field>
  `,
  styles: 'att-field { margin-bottom: 16px; }',
})
export class SelectField {
  readonly label = input.required<string>();
  readonly name = input('');
  readonly value = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  readonly hint = input('');
  readonly chosen = output<string>();
}
