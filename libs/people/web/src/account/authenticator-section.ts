import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AccountView, RecoveryCodes } from '@attest/shared/client';
import { DatePipe, Notice } from '@attest/shared/ui';
import { AuthenticatorSetup, RecoveryCodesKept, problemOf } from '@attest/shared/web';

/** The app on the telephone, and the codes for when it is lost. */
@Component({
  selector: 'att-authenticator-section',
  imports: [AuthenticatorSetup, DatePipe, Notice, RecoveryCodesKept],
  template: `
    <h2>Authenticator app and recovery codes</h2>
    @if (codes().length > 0) {
      <att-recovery-codes [codes]="codes()" (kept)="done()" />
    } @else if (replacing()) {
      <att-authenticator-setup (confirmed)="codes.set($event)">
        <button type="button" class="att-button att-button--quiet" (click)="replacing.set(false)">Cancel</button>
      </att-authenticator-setup>
    } @else {
      @if (account().authenticatorSince; as since) {
        <p>App set up on {{ since | attDate }}.</p>
      } @else {
        <p>No app is set up.</p>
      }
      @if (protects()) { <p>{{ left() }}</p> }
      @if (failed()) { <att-notice tone="warning" announce><p>{{ failed() }}</p></att-notice> }
      <div class="att-buttons">
        <button type="button" class="att-button" (click)="replacing.set(true)">{{ account().authenticatorSince ? 'Use another app or telephone' : 'Set up an authenticator app' }}</button>
        @if (protects()) { <button type="button" class="att-button att-button--quiet" (click)="renew()">Make new recovery codes</button> }
      </div>
    }
  `,
})
export class AuthenticatorSection {
  private readonly http = inject(HttpClient);

  readonly account = input.required<AccountView>();
  readonly changed = output();
  protected readonly replacing = signal(false);
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly failed = signal('');

  /** Whether there is a second factor at all, which the codes stand in for. */
  protected readonly protects = computed(() => this.account().authenticatorSince !== null || this.account().passkeys.length > 0);

  protected left(): string {
    const { recoveryCodes } = this.account();
    return recoveryCodes === 1 ? 'One recovery code is left: make new ones.' : `${recoveryCodes} recovery codes are left.`;
  }

  protected async renew(): Promise<void> {
    this.failed.set('');
    try {
      this.codes.set((await firstValueFrom(this.http.post<RecoveryCodes>('/api/session/recovery-codes', null))).recoveryCodes);
    } catch (error) {
      this.failed.set(problemOf(error).detail);
    }
  }

  protected done(): void {
    this.codes.set([]);
    this.replacing.set(false);
    this.changed.emit();
  }
}
