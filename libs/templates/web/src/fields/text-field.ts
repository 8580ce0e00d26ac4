import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { Field, FieldInput } from '@attest/shared/ui';

/** Words that are kept as they are typed. What must not be empty is kept only once it is not. */
@Component({
  selector: 'att-text-field',
  imports: [Field, FieldInput],
  template: `
    <att-field [label]="label()" [name]="name()" [hint]="hint()" [optional]="optional()" [error]="error()">
      @if (lines() > 1) { <textarea attInput #box [rows]="lines()" [value]="text()" [style.min-height]="lines() < 4 ? '0' : null" (input)="type(box.value)"></textarea> }
      @else { <input attInput #line autocomplete="off" [class.att-input--short]="short()" [value]="text()" (input)="type(line.value)" /> }
    </att-field>
  `,
  styles: 'att-field { margin-bottom: 16px; } .att-input { max-width: 100%; } .att-input--short { max-width: 10rem; }',
})
export class TextField {
  readonly label = input.required<string>();
  readonly name = input('');
  readonly value = input.required<string>();
  readonly hint = input('');
  readonly lines = input(1);
  readonly short = input(false);
  readonly optional = input(false);
  /** Said when nothing is left; then the last words are kept. */
  readonly needed = input('');
  /** Why what was typed cannot be kept; null when it can. */
  readonly check = input<(text: string) => string | null>(() => null);
  readonly typed = output<string>();

  protected readonly text = linkedSignal(() => this.value());
  protected readonly error = computed(() => (this.needed() && this.text().trim() === '' ? this.needed() : this.check()(this.text())));

  protected type(text: string): void {
    this.text.set(text);
    if (!this.error()) this.typed.emit(text);
  }
}
