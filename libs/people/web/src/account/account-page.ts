import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import type { AccountView } from '@attest/shared/client';
import { Page } from '@attest/shared/web';
import { AccountName } from './account-name';
import { Memberships } from '../people/memberships';
import { AuthenticatorSection } from './authenticator-section';
import { PasswordSection } from './password-section';
import { SessionsSection } from './sessions-section';

/** Who one is here, how one signs in, and where one is signed in. */
@Component({
  selector: 'att-account-page',
  imports: [AccountName, AuthenticatorSection, Memberships, Page, PasswordSection, SessionsSection],
  template: `
    <att-page heading="Your account" [of]="account">
      @if (account.hasValue()) {
        <att-account-name [name]="account.value().name" [email]="account.value().email" (changed)="account.reload()" />
        <att-memberships />
        @if (!account.value().demonstration) {
          @if (account.value().hasPassword) { <att-password-section (changed)="account.reload()" /> }
          <att-authenticator-section [account]="account.value()" (changed)="account.reload()" />
        }
        <att-sessions-section [sessions]="account.value().sessions" (changed)="account.reload()" />
      }
    </att-page>
  `,
})
export class AccountPage {
  protected readonly account = httpResource<AccountView>(() => '/api/account');
}
