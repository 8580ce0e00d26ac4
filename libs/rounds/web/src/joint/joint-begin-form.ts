import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { FormField, form, maxLength, minLength, required } from '@angular/forms/signals';
import type { JointRoundView, RoundView } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults } from '@attest/shared/web';
import { JointApi } from './joint-api';

/** One of our rounds, and what all partners will call it. */
@Component({
  selector: 'att-joint-begin-form',
  imports: [ErrorSummary, Field, FieldInput, FormField],
  template: `
    <form novalidate (submit)="send($event)">
      <att-error-summary [errors]="faults.all()" />
      <att-field label="Your round" name="roundId" hint="Its questionnaire is the one that all partners ask." [error]="faults.at('roundId')">
        <select attInput [formField]="form.roundId">
          <option value="">Choose a round</option>
          @for (round of rounds(); track round.id) { <option [value]="round.id">{{ round.name }}</option> }
        </select>
      </att-field>
      <att-field label="Name of the joint round" name="name" hint="All partners read it, such as: Tees-wide Section 11 2026-27" [error]="faults.at('name')"><input attInput autocomplete="off" [formField]="form.name" /></att-field>
      <p class="att-buttons"><button type="submit" class="att-button" [attr.aria-disabled]="faults.sending()">Begin a joint round</button></p>
    </form>
  `,
  styles: 'form { max-width: 46rem; }',
})
export class JointBeginForm {
  private readonly api = inject(JointApi);
  readonly rounds = input.required<readonly RoundView[]>();
  /** Chosen already, by whoever came from its page. */
  readonly round = input<string>();
  readonly begun = output<JointRoundView>();

  protected readonly faults = new FormFaults();
  private readonly chosen = computed(() => this.round() ?? '');
  private readonly typed = linkedSignal(() => ({ roundId: this.chosen(), name: '' }));
  protected readonly form = form(this.typed, (path) => {
    required(path.roundId, { message: 'Choose a round.' });
    required(path.name, { message: 'Give it a name.' });
    minLength(path.name, 3, { message: 'Give it a name of three characters or more.' });
    maxLength(path.name, 120, { message: 'The name must have 120 characters or fewer.' });
  }, { name: 'begin' });

  protected send(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => this.begun.emit(await this.api.begin(this.typed())));
  }
}
