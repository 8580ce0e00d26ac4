import { Component, computed, inject, linkedSignal, model, output } from '@angular/core';
import { Field, FieldInput } from './field';
import { Icon } from './icon';
import { asTyped, isoFrom } from './typed-dates';

/** Said in the hint of every field that takes a day. */
export const DAY_HINT = 'For example 27/09/2026';

/**
 * The day in an `att-field`: typed, which is the quickest for a day one knows, with the browser's calendar beside it. Its value is the
 * day as the API takes it, or what was typed where that is no day, so that whoever checks it can say so.
 */
@Component({
  selector: 'att-day-input',
  imports: [FieldInput, Icon],
  template: `
    <input attInput class="att-input--short" autocomplete="off" [value]="text()" (input)="type($event)" (change)="settle()" />
    <span class="picker">
      <input #calendar type="date" tabindex="-1" aria-hidden="true" [value]="day()" (change)="pick(calendar.value)" />
      <button type="button" class="att-button att-button--quiet" (click)="calendar.showPicker()"><att-icon name="day" /><span class="att-visually-hidden">Choose from a calendar: {{ field.label() }}</span></button>
    </span>
  `,
  styles: `
    :host { display: flex; gap: 4px; align-items: center; }
    .att-input--short { min-width: 0; }
    .picker { position: relative; flex: none; }
    .picker input { position: absolute; inset: 0; width: 100%; border: 0; padding: 0; opacity: 0; pointer-events: none; }
    .picker button { padding-inline: 10px; }
    @media print { .picker { display: none; } }
  `,
})
export class DayInput {
  protected readonly field = inject(Field);
  readonly value = model('');
  /** Once somebody has typed or picked it, and not at every letter on the way. */
  readonly chosen = output<string>();

  /** What is being typed stays as it is typed, until it means another day than the value. */
  protected readonly text = linkedSignal<string, string>({
    source: this.value,
    computation: (value, before) => (before && read(before.value) === value ? before.value : written(value)),
  });
  protected readonly day = computed(() => isoFrom(this.value()) ?? '');

  protected type({ target }: Event): void {
    this.text.set((target as HTMLInputElement).value);
    this.value.set(read(this.text()));
  }

  protected settle(): void {
    this.text.set(written(this.value()));
    this.chosen.emit(this.value());
  }

  protected pick(day: string): void {
    this.value.set(day);
    this.settle();
  }
}

const read = (typed: string): string => isoFrom(typed) ?? typed.trim();
const written = (value: string): string => (isoFrom(value) === value ? asTyped(value) : value);
