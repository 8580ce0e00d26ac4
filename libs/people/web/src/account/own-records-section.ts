import { HttpClient, httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { OwnErasure } from '@attest/shared/client';
import { Confirm, DatePipe, Icon, Notice } from '@attest/shared/ui';
import { problemOf } from '@attest/shared/web';

/** What one may have of oneself, and how one asks to be forgotten. */
@Component({
  selector: 'att-own-records-section',
  imports: [DatePipe, Icon, Notice, RouterLink],
  template: `
    <h2 id="own-records">Your data</h2>
    <p class="att-measure">Everything Attest holds about you, to read and for programs. <a routerLink="/privacy">What is kept, why and for how long</a></p>
    <p><a class="att-button" href="/api/account/records.zip" download><att-icon name="download" />Download what Attest holds about me</a></p>
    @if (failed()) { <att-notice tone="warning" announce><p>{{ failed() }}</p></att-notice> }
    @if (asked.hasValue()) {
      @for (one of asked.value(); track one.partnership + one.askedAt) {
        <p>{{ one.partnership }}: you asked to be forgotten on {{ one.askedAt | attDate }}. @switch (one.state) {
          @case ('waiting') { The business unit decides within a month. }
          @case ('refused') { Refused: {{ one.reason }} }
          @case ('done') { Done. }
        }</p>
      }
    }
    @if (!demonstration()) { <button type="button" class="att-button att-button--quiet" (click)="ask()">Ask to be forgotten</button> }
  `,
})
export class OwnRecordsSection {
  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);

  /** Whoever tries Attest out shares an account with everybody else who does. */
  readonly demonstration = input.required<boolean>();
  protected readonly failed = signal('');
  protected readonly asked = httpResource<OwnErasure[]>(() => '/api/account/erasure');

  protected async ask(): Promise<void> {
    const text = 'Each partnership you have or had a role in decides within a month. Then your name is replaced by a label, your roles end, and you cannot sign in any more. What your organisation answered stays.';
    if (!(await this.confirm.ask({ heading: 'Ask to be forgotten?', text, action: 'Ask to be forgotten', danger: true }))) return;
    this.failed.set('');
    try {
      this.asked.set(await firstValueFrom(this.http.post<OwnErasure[]>('/api/account/erasure', null)));
    } catch (error) {
      this.failed.set(problemOf(error).detail);
    }
  }
}
