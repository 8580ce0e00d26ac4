import { Component, inject, output, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import type { JointInvitationView, JointRoundView } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput, Notice } from '@attest/shared/ui';
import { FormFaults, problemOf } from '@attest/shared/web';
import { JointApi } from './joint-api';

/** A code that was given to us: looked at first, then accepted or declined. */
@Component({
  selector: 'att-joint-code-form',
  imports: [ErrorSummary, Field, FieldInput, FormField, Notice],
  template: `
    <form novalidate (submit)="look($event)">
      <att-error-summary [errors]="faults.all()" />
      <att-field label="Code" name="code" hint="Four groups of six, as the other business unit gave it to you" [error]="faults.at('code')"><input attInput autocomplete="off" spellcheck="false" [formField]="form.code" /></att-field>
      <p class="att-buttons"><button type="submit" class="att-button" [attr.aria-disabled]="faults.sending()">Look at the invitation</button></p>
    </form>
    <p class="att-visually-hidden" role="status">{{ found() ? 'The invitation is shown below.' : told() }}</p>
    @if (found(); as it) {
      <article class="att-card">
        <h3>{{ it.by }} invites you to “{{ it.name }}”</h3>
        <p>Questionnaire: {{ it.template.title }} {{ it.template.edition }}. {{ it.known ? 'You have published this very version already.' : 'When you join, it is published here word for word.' }}</p>
        <p>You keep your own round, dates and returns. Nobody of the other partnership sees any of them; figures are shared only when you say so.</p>
        @if (refused()) { <att-notice tone="warning" announce>{{ refused() }}</att-notice> }
        @if (it.refused) { <att-notice tone="warning">{{ it.refused }}</att-notice> }
        @else {
          @if (it.rounds.length > 0) {
            <att-field label="Your round">
              <select attInput #round (change)="roundId.set(round.value)">
                <option value="">I choose or draft one later</option>
                @for (one of it.rounds; track one.id) { <option [value]="one.id">{{ one.name }}</option> }
              </select>
            </att-field>
          }
        }
        <p class="att-buttons">
          @if (!it.refused) { <button type="button" class="att-button att-button--primary" [attr.aria-disabled]="busy()" (click)="answer('accept')">Join</button> }
          <button type="button" class="att-button" [attr.aria-disabled]="busy()" (click)="answer('decline')">Decline</button>
        </p>
      </article>
    }
    @if (told()) { <att-notice tone="success">{{ told() }}</att-notice> }
  `,
  styles: ':host { display: block; max-width: 46rem; } h3 { margin: 0 0 8px; } .att-card { margin-top: 16px; }',
})
export class JointCodeForm {
  private readonly api = inject(JointApi);
  readonly joined = output<JointRoundView>();

  protected readonly faults = new FormFaults();
  protected readonly found = signal<JointInvitationView | null>(null);
  protected readonly roundId = signal('');
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  protected readonly told = signal('');
  private readonly typed = signal({ code: '' });
  protected readonly form = form(this.typed, (path) => { required(path.code, { message: 'Enter the code.' }); }, { name: 'joint' });

  protected look(event: Event): Promise<void> {
    event.preventDefault();
    this.found.set(null);
    this.told.set('');
    return this.faults.attempt(this.form, async () => {
      this.found.set(await this.api.look(this.typed().code));
      this.roundId.set('');
    });
  }

  protected async answer(how: 'accept' | 'decline'): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set('');
    const { code } = this.typed();
    try {
      if (how === 'accept') return this.joined.emit(await this.api.accept({ code, roundId: this.roundId() || null }));
      await this.api.decline(code);
      this.found.set(null);
      this.typed.set({ code: '' });
      this.told.set('Declined. The other partnership sees that the code was answered.');
    } catch (error) {
      this.refused.set(problemOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
