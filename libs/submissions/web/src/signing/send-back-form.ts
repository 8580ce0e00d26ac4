import { Component, input, signal } from '@angular/core';
import { FormField, form, maxLength, required, schema } from '@angular/forms/signals';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults } from '@attest/shared/web';

/** The other way out: not yet, and why. */
@Component({
  selector: 'att-send-back-form',
  imports: [ErrorSummary, Field, FieldInput, FormField],
  template: `
    @if (open()) {
      <section aria-labelledby="send-back">
        <h2 id="send-back" tabindex="-1">Send back with a note</h2>
        <form novalidate (submit)="submit($event)">
          <att-error-summary [errors]="faults.all()" />
          <att-field label="What should be changed?" name="note" hint="Those who have signed are told by e-mail that there is a note; they read it here. Their signatures no longer stand." [error]="faults.at('note')">
            <textarea attInput rows="4" [formField]="form.note"></textarea>
          </att-field>
          <p class="att-buttons">
            <button type="submit" class="att-button">{{ faults.sending() ? 'Sending back…' : 'Send back' }}</button>
            <button type="button" class="att-button att-button--quiet" (click)="open.set(false)">Cancel</button>
          </p>
        </form>
      </section>
    } @else {
      <p><button type="button" class="att-button" (click)="open.set(true)">Send back with a note</button></p>
    }
  `,
  styles: ':host { display: block; max-width: var(--att-measure); margin-top: 24px; }',
})
export class SendBackForm {
  readonly send = input.required<(note: string) => Promise<unknown>>();
  protected readonly open = signal(false);
  protected readonly faults = new FormFaults();
  private readonly typed = signal({ note: '' });
  protected readonly form = form(this.typed, note, { name: 'send-back' });

  protected submit(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, () => this.send()(this.typed().note));
  }
}

const note = schema<{ note: string }>((path) => {
  required(path.note, { message: 'Say what should be changed.' });
  maxLength(path.note, 2000, { message: 'Use 2,000 characters or fewer.' });
});
