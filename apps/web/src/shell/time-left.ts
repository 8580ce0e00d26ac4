import { Component, DestroyRef, inject, signal } from '@angular/core';
import { Session } from '@attest/shared/web';
import { Notice } from '@attest/shared/ui';

const LOOK_EVERY = 10_000;
/** WCAG 2.2.1 asks for twenty seconds; two minutes is time to come back from the door. */
const WARN_BEFORE = 2 * 60_000;
/** The server notes a request at most once a minute. */
const NOTED_WITHIN = 60_000;

/**
 * Says two minutes before that the session ends, and lets one press go on. What was typed is safe either way. It says
 * so on the page and not in a dialog, because whoever is typing must not have the page taken from under their hands.
 */
@Component({
  selector: 'att-time-left',
  imports: [Notice],
  template: `
    <div class="place" role="status">
      @switch (warning()) {
        @case ('idle') {
          <att-notice tone="warning">
            <p>You will be signed out in about two minutes, because nothing has happened for a while. What you typed is kept.</p>
            <button type="button" class="att-button" (click)="stay()">Stay signed in</button>
          </att-notice>
        }
        @case ('absolute') {
          <att-notice tone="warning"><p>You have been signed in for almost twelve hours, so Attest will ask for your password again in about two minutes. What you typed is kept.</p></att-notice>
        }
      }
    </div>
  `,
  styles: `
    .place { position: fixed; z-index: 5; right: 16px; bottom: 16px; max-width: min(30rem, calc(100vw - 32px)); }
    att-notice { margin: 0; box-shadow: 0 0 0 1px var(--att-outline); background: var(--att-background); }
    @media print { :host { display: none; } }
  `,
})
export class TimeLeft {
  private readonly session = inject(Session);
  protected readonly warning = signal<'idle' | 'absolute' | null>(null);

  constructor() {
    const timer = setInterval(() => this.look(Date.now()), LOOK_EVERY);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected async stay(): Promise<void> {
    await this.session.renewed().catch(() => false);
    this.look(Date.now());
  }

  private look(now: number): void {
    const view = this.session.current();
    if (!view || this.session.expired()) return this.warning.set(null);
    const idleEnd = this.session.lastAnswered + view.idleMinutes * 60_000 - NOTED_WITHIN;
    const end = Date.parse(view.expiresAt);
    if (now >= Math.min(idleEnd, end)) {
      this.warning.set(null);
      return this.session.end();
    }
    if (end - now <= WARN_BEFORE) this.warning.set('absolute');
    else this.warning.set(idleEnd - now <= WARN_BEFORE ? 'idle' : null);
  }
}
