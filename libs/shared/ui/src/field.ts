import { Component, Directive, computed, inject, input } from '@angular/core';

let made = 0;

/**
 * Label, hint and error above one native control. The error is part of the control's description and not a live
 * region, so that it is read once. Which fields are required is the rule; those that are not say "(optional)".
 */
@Component({
  selector: 'att-field',
  template: `
    <label [attr.for]="id()">{{ label() }}@if (optional()) { <span class="optional">&ngsp;(optional)</span> }</label>
    @if (hint()) { <p class="hint" [id]="id() + '-hint'">{{ hint() }}</p> }
    @if (error()) { <p class="error" [id]="id() + '-error'"><span class="att-visually-hidden">Error: </span>{{ error() }}</p> }
    <ng-content />
  `,
  styleUrl: './field.scss',
  host: { '[class.wrong]': '!!error()' },
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly error = input<string | null | undefined>('');
  readonly optional = input(false);
  /** The `where` of the API's faults, so that the error summary finds the field. */
  readonly name = input('');

  private readonly own = `field-${++made}`;
  readonly id = computed(() => this.name() || this.own);
  readonly describedBy = computed(() =>
    [this.hint() && `${this.id()}-hint`, this.error() && `${this.id()}-error`].filter(Boolean).join(' ') || null);
}

/** The native control of an `att-field`. */
@Directive({
  selector: 'input[attInput], select[attInput], textarea[attInput]',
  host: {
    class: 'att-input',
    '[id]': 'field.id()',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.error() ? true : null',
  },
})
export class FieldInput {
  protected readonly field = inject(Field);
}
