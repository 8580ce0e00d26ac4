import { Component, inject, input, linkedSignal, output } from '@angular/core';
import { FormField, form, maxLength, minLength, required, validate } from '@angular/forms/signals';
import { mostCharacters } from '@attest/domain/actions';
import type { ActionView } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput, asTyped, isoFrom } from '@attest/shared/ui';
import { FormFaults } from '@attest/shared/web';
import { ActionsApi } from './actions-api';

/** Changes what was planned, and says what came of it. */
@Component({
  selector: 'att-action-change',
  imports: [ErrorSummary, Field, FieldInput, FormField],
  templateUrl: './action-change.html',
  styleUrl: './action-form.scss',
})
export class ActionChange {
  private readonly api = inject(ActionsApi);
  readonly action = input.required<ActionView>();
  readonly saved = output<ActionView>();

  protected readonly faults = new FormFaults();
  protected readonly typed = linkedSignal(() => {
    const { title, owner, dueOn, completion, impact } = this.action();
    return { title, owner, dueOn: dueOn ? asTyped(dueOn) : '', completion, impact };
  });
  protected readonly form = form(this.typed, (path) => {
    required(path.title, { message: 'Say in a few words what will be done.' });
    minLength(path.title, 3, { message: 'Say in a few words what will be done.' });
    for (const field of ['title', 'owner', 'completion', 'impact'] as const) {
      maxLength(path[field], mostCharacters[field], { message: `Use ${mostCharacters[field].toLocaleString('en-GB')} characters or fewer.` });
    }
    validate(path.dueOn, ({ value }) => (value().trim() === '' || isoFrom(value()) ? null : { kind: 'date', message: 'Enter a real date as day, month and year, such as 27/09/2027.' }));
  }, { name: 'action' });

  protected save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.action();
    const { dueOn, ...said } = this.typed();
    return this.faults.attempt(this.form, async () => this.saved.emit(await this.api.change(id, { ...said, version, dueOn: isoFrom(dueOn) })));
  }
}
