import { Component, booleanAttribute, inject, input, output, signal } from '@angular/core';
import { Notice } from '@attest/shared/ui';
import { Passkeys, passkeyProblem } from './passkeys';

/** Signs in with a passkey, proves with one who is signed in, or adds one: answers the recovery codes, where some come with it. */
@Component({
  selector: 'att-passkey-button',
  imports: [Notice],
  template: `
    @if (passkeys.supported) {
      @if (failed()) { <att-notice tone="warning" announce><p>{{ failed() }}</p></att-notice> }
      <button type="button" class="att-button" [class.att-button--primary]="primary()" (click)="use()">{{ busy() ? 'Waiting for your device…' : label() }}</button>
    } @else if (to() === 'add') {
      <p class="att-secondary">This browser cannot use passkeys.</p>
    }
  `,
})
export class PasskeyButton {
  protected readonly passkeys = inject(Passkeys);

  readonly to = input.required<'signIn' | 'prove' | 'add'>();
  readonly label = input.required<string>();
  readonly primary = input(false, { transform: booleanAttribute });
  readonly finished = output<readonly string[]>();
  protected readonly busy = signal(false);
  protected readonly failed = signal('');

  protected async use(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failed.set('');
    try {
      this.finished.emit(await this.passkeys[this.to()]());
    } catch (error) {
      this.failed.set(passkeyProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
