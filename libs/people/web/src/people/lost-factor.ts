import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Confirm } from '@attest/shared/ui';
import { Session, problemOf } from '@attest/shared/web';

/** For somebody who lost their telephone and their recovery codes. Everybody but oneself. */
@Component({
  selector: 'att-lost-factor',
  template: `
    @if (offered()) {
      <button type="button" class="att-button att-button--quiet att-button--small" [attr.aria-disabled]="busy()" (click)="forget()">Lost second factor<span class="att-visually-hidden"> of {{ name() }}</span></button>
    }
  `,
})
export class LostFactor {
  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);

  readonly personId = input.required<string>();
  readonly name = input.required<string>();
  /** What came of it, in a sentence. */
  readonly done = output<string>();
  protected readonly busy = signal(false);
  protected readonly offered = computed(() => this.session.can('person.recover') && this.personId() !== this.session.current()?.person.id);

  protected async forget(): Promise<void> {
    if (this.busy() || !(await this.confirm.ask({
      heading: `Let ${this.name()} set up a new second factor?`,
      text: 'Only when you are sure who is asking: ring them back on a number you know. They are signed out everywhere, told by e-mail, and set up a new second factor when they sign in with their password next.',
      action: 'Let them set up a new one',
    }))) return;
    this.busy.set(true);
    await firstValueFrom(this.http.post<void>(`/api/people/${this.personId()}/forget-second-factor`, null))
      .then(() => this.done.emit(`${this.name()} sets up a new second factor when they sign in next.`), (error: unknown) => this.done.emit(problemOf(error).detail));
    this.busy.set(false);
  }
}
