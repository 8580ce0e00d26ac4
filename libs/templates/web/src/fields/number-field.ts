import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { Field, FieldInput } from '@attest/shared/ui';

/** A number, or nothing where it is optional. What is no number stays on the page and is not kept. */
@Component({
  selector: 'att-number-field',
  imports: [Field, FieldInput],
  template: `
    <att-field [label]="label()" [name]="name()" [hint]="hint()" [optional]="optional()" [error]="error()">
      <input attInput #line class="att-input--short" inputmode="decimal" autocomplete="off" [value]="text()" (input)="type(line.value)" />
    </att-field>
  `,
  styles: 'att-field { margin-bottom: 16px; }',
})
export class NumberField {
  readonly label = input.required<string>();
  readonly name = input('');
  readonly value = input.required<number | undefined>();
  readonly hint = input('');
  readonly optional = input(false);
  readonly typed = output<number | undefined>();

  /** What was typed stands as long as it means the number there is: "1." is not made "1" under the hand. */
  protected readonly text = linkedSignal<number | undefined, string>({
    source: () => this.value(),
    computation: (value, before) => (before && numberIn(before.value) === value ? before.value : value === undefined ? '' : String(value)),
  });
  protected readonly error = computed(() => {
    const number = numberIn(this.text());
    if (number === 'none') return 'Enter a number, such as 10.';
    return number === undefined && !this.optional() ? 'Enter a number.' : '';
  });

  protected type(text: string): void {
    this.text.set(text);
    const number = numberIn(text);
    if (number !== 'none' && !this.error()) this.typed.emit(number);
  }
}

function numberIn(text: string): number | undefined | 'none' {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return undefined;
  return /^-?\d{1,9}(\.\d*)?$/.test(plain) ? Number(plain) : 'none';
}
