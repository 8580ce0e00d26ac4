import { Component, computed, inject, input, linkedSignal, output, untracked } from '@angular/core';
import { FormField, form, maxLength, minLength, required } from '@angular/forms/signals';
import { mostCharacters } from '@attest/domain/actions';
import type { ActionView, UsualDate } from '@attest/shared/client';
import { DAY_HINT, DayInput, ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults, problemOf, validDay } from '@attest/shared/web';
import { ActionsApi } from './actions-api';

/** What, who, by when; and, of an action that is planned already, what came of it. */
@Component({
  selector: 'att-action-form',
  imports: [DayInput, ErrorSummary, Field, FieldInput, FormField],
  templateUrl: './action-form.html',
  styleUrl: './action-form.scss',
})
export class ActionForm {
  private readonly api = inject(ActionsApi);
  readonly submissionId = input.required<string>();
  readonly questionId = input<string | null>(null);
  /** Null for one that nobody has planned yet. */
  readonly action = input<ActionView | null>(null);
  readonly usualDates = input<readonly UsualDate[]>([]);
  readonly saved = output<ActionView>();
  /** Somebody else was quicker: what they made of it. What was typed here stays, and can be saved over theirs. */
  readonly overtaken = output<ActionView>();
  readonly cancelled = output();

  protected readonly faults = new FormFaults();
  protected readonly dayHint = DAY_HINT;
  protected readonly asked = computed(() => (this.action() ? 'What will be done?' : 'What will you do?'));
  private readonly which = computed(() => this.action()?.id);
  /** Begun anew with another action only: what somebody else makes of this one must not wipe out what is being typed. */
  protected readonly typed = linkedSignal({ source: this.which, computation: () => untracked(() => typedOf(this.action())) });
  protected readonly form = form(this.typed, (path) => {
    required(path.title, { message: 'Say in a few words what will be done.' });
    minLength(path.title, 3, { message: 'Say in a few words what will be done.' });
    for (const field of ['title', 'owner', 'completion', 'impact'] as const) {
      maxLength(path[field], mostCharacters[field], { message: `Use ${mostCharacters[field].toLocaleString('en-GB')} characters or fewer.` });
    }
    validDay(path.dueOn, 'Enter a real date');
  }, { name: 'action' });

  protected choose(date: string): void {
    this.typed.update((before) => ({ ...before, dueOn: date }));
  }

  protected save(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => this.saved.emit(await this.sent().catch((error: unknown) => this.failed(error))));
  }

  private failed(error: unknown): never {
    const { code, more } = problemOf(error);
    if (code === 'changed-meanwhile') this.overtaken.emit(more['theirs'] as ActionView);
    throw error;
  }

  private sent(): Promise<ActionView> {
    const { title, owner, completion, impact, ...typed } = this.typed();
    const [known, dueOn] = [this.action(), typed.dueOn || null];
    if (known) return this.api.change(known.id, { version: known.version, title, owner, dueOn, completion, impact });
    return this.api.add(this.submissionId(), { questionId: this.questionId(), title, owner, dueOn });
  }
}

function typedOf(action: ActionView | null) {
  const { title, owner, dueOn, completion, impact } = action ?? { title: '', owner: '', dueOn: null, completion: '', impact: '' };
  return { title, owner, dueOn: dueOn ?? '', completion, impact };
}
