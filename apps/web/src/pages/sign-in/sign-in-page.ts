import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { WelcomeView } from '@attest/shared/client';
import { Notice } from '@attest/shared/ui';
import { AuthenticatorSetup, Page, PasskeyButton, ProviderLinks, RecoveryCodesKept, SecondFactorForm, Session, problemOf } from '@attest/shared/web';
import { DemonstrationAccounts } from './demonstration-accounts';
import { PasswordForm } from './password-form';

const headings = {
  'password': { heading: 'Sign in', lead: 'Attest is where the agencies and schools of a safeguarding partnership audit themselves, so that children are safer.' },
  'second-factor': { heading: 'Enter your code', lead: '' },
  'passkey': { heading: 'Use your passkey', lead: '' },
  'enrolment': { heading: 'Set up your second factor', lead: 'A password can be guessed or stolen, and what is in Attest matters. This takes less than a minute, once.' },
  'codes': { heading: 'Keep your recovery codes', lead: '' },
} as const;

/** One page for each step of signing in, at one address: where somebody stands, the session says. */
@Component({
  selector: 'att-sign-in-page',
  imports: [AuthenticatorSetup, DemonstrationAccounts, Notice, Page, PasskeyButton, PasswordForm, ProviderLinks, RecoveryCodesKept, RouterLink, SecondFactorForm],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
})
export class SignInPage {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);

  /** The page that was asked for before signing in. */
  readonly then = input<string>();

  protected readonly welcome = httpResource<WelcomeView>(() => '/api/welcome');
  protected readonly empty = computed(() => this.welcome.hasValue() && this.welcome.value().empty);
  protected readonly demonstration = computed(() => {
    const view = this.welcome.hasValue() ? this.welcome.value() : null;
    return view?.demonstrationPassword ? { password: view.demonstrationPassword, accounts: view.demonstrationAccounts, outbox: view.outbox } : null;
  });

  protected readonly providers = computed(() => (this.welcome.hasValue() ? this.welcome.value().providers : []));
  protected readonly hasPasskey = computed(() => this.session.halfway()?.ways.includes('passkey') ?? false);
  protected readonly hasApp = computed(() => this.session.halfway()?.ways.includes('authenticator') ?? false);
  protected readonly failed = signal('');
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly step = computed<keyof typeof headings>(() => {
    if (this.codes().length > 0) return 'codes';
    const stage = this.session.halfway()?.stage;
    if (stage === 'second-factor' && !this.hasApp()) return 'passkey';
    return stage && stage !== 'full' ? stage : 'password';
  });
  protected readonly look = computed(() => headings[this.step()]);

  /** After a password there may be more to do, which this page then shows. */
  protected async goOn(): Promise<void> {
    if (this.session.current() && !this.session.halfway()) await this.router.navigateByUrl(this.then() ?? '/');
  }

  protected async signInAs(email: string, password: string): Promise<void> {
    try {
      await this.session.signIn({ email, password });
      await this.goOn();
    } catch (error) {
      this.failed.set(problemOf(error).detail);
    }
  }
}
