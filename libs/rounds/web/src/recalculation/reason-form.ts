import { Component, input, signal } from '@angular/core';
import { FormField, form, maxLength, minLength, required } from '@angular/forms/signals';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults } from '@attest/shared/web';

/** Why ratings are changed, and the one button that does it. Kept with them for ever, so it is asked each time. */
@Component({
  selector: 'att-reason-form',
  imports: [ErrorSummary, Field, FieldInput, FormField],
  template: `
    <form novalidate (submit)="send($event)">
      <att-error-summary [errors]="faults.all()" />
      <att-field [label]="label()" name="reason" [hint]="hint()" [error]="faults.at('reason')">
        <textarea attInput rows="2" [formField]="form.reason"></textarea>
      </att-field>
      <div class="att-buttons"><button type="submit" class="att-button" [class.att-button--primary]="primary()" [attr.aria-disabled]="faults.sending()">{{ faults.sending() ? 'Working…' : action() }}</button></div>
    </form>
  `,
  styles: 'form { max-width: 46rem; } textarea { min-height: 4.5rem; } .att-buttons { margin-top: 12px; }',
})
export class ReasonForm {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly action = input.required<string>();
  readonly primary = input(false);
  /** Sends it; what goes wrong is told here. */
  readonly act = input.required<(reason: string, about: string) => Promise<unknown>>();
  /** What it is about, where a page has several. */
  readonly about = input('');

  protected readonly faults = new FormFaults();
  private readonly typed = signal({ reason: '' });
  protected readonly form = form(this.typed, (path) => {
    required(path.reason, { message: 'Say why.' });
    minLength(path.reason, 3, { message: 'Say why in a few words.' });
    maxLength(path.reason, 500, { message: 'Say why in 500 characters or fewer.' });
  }, { name: 'recalculation' });

  protected send(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      await this.act()(this.typed().reason, this.about());
      this.typed.set({ reason: '' });
    });
  }
}
