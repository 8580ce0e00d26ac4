import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Disclosure, Icon } from '@attest/shared/ui';
import { Session, Theme, problemOf, themes } from '@attest/shared/web';
import { roleWords } from '@attest/domain/access';

const themeWords = { auto: 'As this device', light: 'Light', dark: 'Dark' } as const;

/** Whose partnership this is, which organisation one acts for, and the account. */
@Component({
  selector: 'att-top-bar',
  imports: [Disclosure, Icon, RouterLink],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.scss',
})
export class TopBar {
  protected readonly session = inject(Session);
  protected readonly theme = inject(Theme);

  protected readonly themes = themes.map((key) => ({ key, label: themeWords[key] }));
  protected readonly partnership = computed(() => this.session.current()?.partnership.name ?? 'Attest');
  protected readonly several = computed(() => this.session.organisations().length > 1);
  protected readonly acting = computed(() => this.session.organisation()?.name ?? this.roles()[0] ?? '');
  /** Each role once, however many schools a trust lead has. */
  protected readonly roles = computed(() => [...new Set(this.session.current()?.memberships.map(({ role }) => roleWords[role]))]);
  protected readonly failed = signal('');
  protected readonly leaving = signal(false);

  protected async switchTo(partnershipId: string): Promise<void> {
    this.failed.set('');
    await this.session.switchTo(partnershipId).catch((error: unknown) => this.failed.set(problemOf(error).detail));
  }

  /** What is still on its way is saved first, which may take a moment. */
  protected async signOut(): Promise<void> {
    if (this.leaving()) return;
    this.leaving.set(true);
    this.failed.set('');
    try {
      await this.session.signOut();
    } catch (error) {
      this.failed.set(`You are still signed in. ${problemOf(error).detail}`);
    } finally {
      this.leaving.set(false);
    }
  }
}
