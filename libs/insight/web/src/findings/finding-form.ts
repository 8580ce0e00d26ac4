import { Component, effect, input, output, signal, untracked } from '@angular/core';
import { FormField, form, maxLength, minLength, required } from '@angular/forms/signals';
import type { StandardChoice } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults } from '@attest/shared/web';

export interface TypedFinding {
  readonly words: string;
  readonly standardKey: string;
}

/** A finding in one's own words, and what it is about. */
@Component({
  selector: 'att-finding-form',
  imports: [ErrorSummary, Field, FieldInput, FormField],
  template: `
    <form novalidate (submit)="send($event)">
      <att-error-summary [errors]="faults.all()" />
      <att-field label="What was found" name="words" hint="It is read by the partnership and stands in the report. Name no child and no member of staff." [error]="faults.at('words')">
        <textarea attInput rows="3" [formField]="form.words"></textarea>
      </att-field>
      @if (standards().length > 0) {
        <att-field label="What it is about" name="standardKey" [error]="faults.at('standardKey')">
          <select attInput [formField]="form.standardKey">
            <option value="">The round as a whole</option>
            @for (one of standards(); track one.key) { <option [value]="one.key">{{ one.title }}</option> }
          </select>
        </att-field>
      }
      <div class="att-buttons">
        <button type="submit" class="att-button att-button--primary" [attr.aria-disabled]="faults.sending()">{{ faults.sending() ? 'Working…' : action() }}</button>
        @if (words()) { <button type="button" class="att-button att-button--quiet" (click)="left.emit()">Leave it as it is</button> }
      </div>
    </form>
  `,
  styles: 'form { max-width: 46rem; } .att-buttons { margin: 12px 0; }',
})
export class FindingForm {
  readonly action = input.required<string>();
  readonly standards = input.required<readonly StandardChoice[]>();
  /** As it stands, where it is changed. */
  readonly words = input('');
  readonly act = input.required<(typed: TypedFinding) => Promise<unknown>>();
  readonly left = output<void>();

  protected readonly faults = new FormFaults();
  private readonly typed = signal<TypedFinding>({ words: '', standardKey: '' });
  protected readonly form = form(this.typed, (path) => {
    required(path.words, { message: 'Say what was found.' });
    minLength(path.words, 3, { message: 'Say what was found, in a few words.' });
    maxLength(path.words, 2_000, { message: 'Say it in 2,000 characters or fewer.' });
  }, { name: 'finding' });

  constructor() {
    effect(() => {
      const words = this.words();
      untracked(() => this.typed.set({ words, standardKey: '' }));
    });
  }

  protected send(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      await this.act()(this.typed());
      this.typed.set({ words: '', standardKey: '' });
    });
  }
}
