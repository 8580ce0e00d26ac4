import { Component, input, signal } from '@angular/core';
import type { ReopeningView } from '@attest/shared/client';
import { DAY_HINT, DayInput, ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { faultsOf, problemOf, type Fault } from '@attest/shared/web';

export interface Decision {
  readonly how: 'grant' | 'decline';
  readonly body: object;
}

/** Yes, until a day; or no, and why. */
@Component({
  selector: 'att-decide-reopening',
  imports: [DayInput, ErrorSummary, Field, FieldInput],
  template: `
    <att-error-summary [errors]="wrong()" />
    <att-field label="Open until" [name]="'until-' + asked().id" [hint]="dayHint"><att-day-input [(value)]="until" /></att-field>
    <p><button type="button" class="att-button att-button--primary" (click)="say({ how: 'grant', body: { untilOn: until() } })">Open again<span class="att-visually-hidden">: {{ asked().organisation.name }}</span></button></p>
    @if (declining()) {
      <att-field label="Why not" [name]="'why-' + asked().id" hint="They read this."><textarea attInput #why rows="2" maxlength="2000"></textarea></att-field>
      <p><button type="button" class="att-button" (click)="say({ how: 'decline', body: { reason: why.value } })">Leave it as it is<span class="att-visually-hidden">: {{ asked().organisation.name }}</span></button></p>
    } @else {
      <p><button type="button" class="att-button att-button--quiet" (click)="declining.set(true)">Decline…<span class="att-visually-hidden"> {{ asked().organisation.name }}</span></button></p>
    }
  `,
})
export class DecideReopening {
  readonly asked = input.required<ReopeningView>();
  readonly decide = input.required<(asked: ReopeningView, decision: Decision) => Promise<unknown>>();
  protected readonly declining = signal(false);
  protected readonly wrong = signal<readonly Fault[]>([]);
  protected readonly until = signal(new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10));
  protected readonly dayHint = DAY_HINT;

  protected async say(decision: Decision): Promise<void> {
    this.wrong.set([]);
    try {
      await this.decide()(this.asked(), decision);
    } catch (error) {
      this.wrong.set(faultsOf(problemOf(error)).map(({ detail }) => ({ where: '', detail })));
    }
  }
}
