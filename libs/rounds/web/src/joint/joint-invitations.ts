import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, form, maxLength, minLength, required } from '@angular/forms/signals';
import type { JointRoundView, NewJointCode } from '@attest/shared/client';
import { DatePipe, ErrorSummary, Field, FieldInput, Notice, Tag } from '@attest/shared/ui';
import { FormFaults, problemOf } from '@attest/shared/web';
import { JointApi } from './joint-api';
import { invitationTones, invitationWords } from './joint-words';

/** Codes by which others join: whom each was for, and what came of it. */
@Component({
  selector: 'att-joint-invitations',
  imports: [DatePipe, ErrorSummary, Field, FieldInput, FormField, Notice, Tag],
  template: `
    @if (refused()) { <att-notice tone="warning" announce>{{ refused() }}</att-notice> }
    @if (joint().invitations.length > 0) {
      <div class="att-scroll" role="region" aria-label="Codes" tabindex="0">
        <table class="att-table">
          <caption class="att-visually-hidden">Codes, and what came of them</caption>
          <thead><tr><th scope="col">For whom</th><th scope="col">State</th><th scope="col">Good until</th><th scope="col"><span class="att-visually-hidden">What can be done</span></th></tr></thead>
          <tbody>
            @for (one of joint().invitations; track one.id) {
              <tr>
                <th scope="row">{{ one.forWhom }}</th>
                <td><att-tag [tone]="tones[one.state]">{{ words[one.state] }}</att-tag></td>
                <td class="att-nowrap">{{ one.expiresAt | attDate }}</td>
                <td>@if (one.state === 'open') { <button type="button" class="att-button att-button--quiet att-button--small" (click)="withdraw(one.id)">Withdraw<span class="att-visually-hidden"> the code for {{ one.forWhom }}</span></button> }</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
    <form novalidate (submit)="invite($event)">
      <att-error-summary [errors]="faults.all()" />
      <att-field label="Whom do you invite?" name="forWhom" hint="So that you know which code is whose. They do not see this." [error]="faults.at('forWhom')"><input attInput autocomplete="off" [formField]="form.forWhom" /></att-field>
      <p class="att-buttons"><button type="submit" class="att-button" [attr.aria-disabled]="faults.sending()">Make a code</button></p>
    </form>
    <p class="att-visually-hidden" role="status">{{ made() ? 'The code is made. Copy it now.' : '' }}</p>
    @if (made(); as it) {
      <att-notice>
        <p><strong>Copy it now: it is not shown again.</strong> Give it to the other business unit yourself, by telephone or e-mail. It lets one partnership in, until {{ it.expiresAt | attDate }}.</p>
        <p><code>{{ it.code }}</code></p>
        <p><button type="button" class="att-button att-button--small" (click)="copy(it.code)">Copy the code</button></p>
      </att-notice>
    }
  `,
  styles: ':host { display: block; } form { max-width: 46rem; margin: 16px 0; } code { overflow-wrap: anywhere; font-size: 1rem; }',
})
export class JointInvitations {
  private readonly api = inject(JointApi);
  readonly joint = input.required<JointRoundView>();
  readonly changed = output<void>();

  protected readonly faults = new FormFaults();
  protected readonly made = signal<NewJointCode | null>(null);
  protected readonly refused = signal('');
  protected readonly words = invitationWords;
  protected readonly tones = invitationTones;
  private readonly typed = signal({ forWhom: '' });
  protected readonly form = form(this.typed, (path) => {
    required(path.forWhom, { message: 'Say whom the code is for.' });
    minLength(path.forWhom, 2, { message: 'Say whom the code is for, in two characters or more.' });
    maxLength(path.forWhom, 120, { message: 'Say it in 120 characters or fewer.' });
  }, { name: 'invite' });

  protected invite(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      this.made.set(await this.api.invite(this.joint().id, this.typed().forWhom));
      this.typed.set({ forWhom: '' });
      this.changed.emit();
    });
  }

  protected async withdraw(invitationId: string): Promise<void> {
    this.refused.set('');
    await this.api.withdraw(this.joint().id, invitationId).catch((error: unknown) => this.refused.set(problemOf(error).detail));
    this.made.set(null);
    this.changed.emit();
  }

  protected copy(code: string): void {
    void navigator.clipboard.writeText(code);
  }
}
