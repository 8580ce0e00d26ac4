import { Component, input, signal } from '@angular/core';
import type { ReopeningView } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { faultsOf, problemOf, type Fault } from '@attest/shared/web';

export interface Decision {
  readonly how: 'grant' | 'decline';
  readonly body: object;
}

/** Yes, until a day; or no, and why. */
@Component({
  selector: 'att-decide-reopening',
  imports: [ErrorSummary, Field, FieldInput],
  template: `
    <att-error-summary [errors]="wrong()" />
    <att-field label="Open until" [name]="'until-' + asked().id"><input attInput #until type="date" [value]="soon" /></att-field>
    <p><button type="button" class="att-button att-button--primary" (click)="say({ how: 'grant', body: { untilOn: until.value } })">Open again<span class="att-visually-hidden">: {{ asked().organisation.name }}</span></button></p>
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
  protected readonly soon = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);

  protected async say(decision: Decision): Promise<void> {
    this.wrong.set([]);
    try {
      await this.decide()(this.asked(), decision);
    } catch (error) {
      this.wrong.set(faultsOf(problemOf(error)).map(({ detail }) => ({ where: '', detail })));
    }
  }
}
