import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import type { ActionView, MovedAction, Verification } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults } from '@attest/shared/web';
import { ActionsApi } from './actions-api';

type Move = MovedAction['move'] | Verification['move'];

/** The words on each button, and what is said once it is done. `asks`: it needs a reason, given in a field that opens. */
const words: Readonly<Record<Move, { readonly button: string; readonly said: string; readonly asks?: string }>> = {
  'claim': { button: 'Say it is done', said: 'Done. The partnership looks at what shows it.' },
  'verify': { button: 'Verify', said: 'Verified.' },
  'send-back': { button: 'Send back', said: 'Sent back.', asks: 'What is missing?' },
  'drop': { button: 'Drop it', said: 'Dropped.', asks: 'Why is it dropped?' },
  'resume': { button: 'Take it up again', said: 'Taken up again.' },
};

/** What can be done with an action besides changing it. */
@Component({
  selector: 'att-action-moves',
  imports: [ErrorSummary, Field, FieldInput, FormField],
  template: `
    <att-error-summary [errors]="faults.all()" />
    @if (asked(); as move) {
      <form novalidate (submit)="send($event, move)">
        <att-field [label]="words[move].asks!" name="reason" hint="It stands beside the action for both sides to read." [error]="faults.at('reason')">
          <textarea attInput rows="2" [formField]="form.reason"></textarea>
        </att-field>
        <p class="att-buttons">
          <button type="submit" class="att-button att-button--primary" [attr.aria-disabled]="faults.sending()">{{ words[move].button }}</button>
          <button type="button" class="att-button att-button--quiet" (click)="asked.set(null)">Cancel</button>
        </p>
      </form>
    } @else if (moves().length > 0) {
      <p class="att-buttons">
        @for (move of moves(); track move) { <button type="button" class="att-button" (click)="begin(move)">{{ words[move].button }}</button> }
      </p>
    }
  `,
  styles: 'form { max-width: 46rem; }',
})
export class ActionMoves {
  private readonly api = inject(ActionsApi);
  readonly action = input.required<ActionView>();
  readonly moved = output<{ readonly action: ActionView; readonly said: string }>();

  protected readonly words = words;
  protected readonly faults = new FormFaults();
  protected readonly moves = computed(() => this.action().moves.filter((move): move is Move => move in words));
  protected readonly asked = linkedSignal<ActionView, Move | null>({ source: this.action, computation: () => null });
  private readonly typed = signal({ reason: '' });
  protected readonly form = form(this.typed, (path) => required(path.reason, { message: 'Say why, so that others understand it later.', when: () => this.asked() !== null }), { name: 'move' });

  protected begin(move: Move): void {
    if (words[move].asks) this.asked.set(move);
    else void this.make(move);
  }

  protected send(event: Event, move: Move): void {
    event.preventDefault();
    void this.make(move);
  }

  private make(move: Move): Promise<void> {
    const { id, version } = this.action();
    const { reason } = this.typed();
    return this.faults.attempt(this.form, async () => {
      const action = move === 'verify' || move === 'send-back' ? await this.api.verify(id, { move, version, reason }) : await this.api.move(id, { move, version, reason });
      this.typed.set({ reason: '' });
      this.moved.emit({ action, said: words[move].said });
    });
  }
}
