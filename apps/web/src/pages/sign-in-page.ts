import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { WelcomeView } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput, Notice } from '@attest/shared/ui';
import { FormFaults, Page, Session } from '@attest/shared/web';
import { DemonstrationAccounts } from './demonstration-accounts';

@Component({
  selector: 'att-sign-in-page',
  imports: [DemonstrationAccounts, ErrorSummary, Field, FieldInput, FormField, Notice, Page, RouterLink],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
})
export class SignInPage {
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  /** The page that was asked for before signing in. */
  readonly then = input<string>();

  protected readonly welcome = httpResource<WelcomeView>(() => '/api/welcome');
  protected readonly empty = computed(() => this.welcome.hasValue() && this.welcome.value().empty);
  protected readonly demonstration = computed(() => {
    const view = this.welcome.hasValue() ? this.welcome.value() : null;
    return view?.demonstrationPassword ? { password: view.demonstrationPassword, accounts: view.demonstrationAccounts } : null;
  });

  protected readonly faults = new FormFaults();
  protected readonly passwordShown = signal(false);
  private readonly typed = signal({ email: '', password: '' });
  protected readonly form = form(this.typed, (path) => {
    required(path.email, { message: 'Enter your e-mail address.' });
    required(path.password, { message: 'Enter your password.' });
  }, { name: 'sign-in' });

  protected signIn(event?: Event): Promise<void> {
    event?.preventDefault();
    return this.faults.attempt(this.form, async () => {
      await this.session.signIn(this.typed());
      await this.router.navigateByUrl(this.then() ?? '/');
    });
  }

  protected signInAs(email: string, password: string): Promise<void> {
    this.typed.set({ email, password });
    return this.signIn();
  }
}
