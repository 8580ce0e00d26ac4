import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import type { AccountView } from '@attest/shared/client';
import { Page } from '@attest/shared/web';
import { AccountName } from './account-name';
import { Memberships } from '../people/memberships';
import { AuthenticatorSection } from './authenticator-section';
import { IdentitiesSection } from './identities-section';
import { OwnRecordsSection } from './own-records-section';
import { PasskeysSection } from './passkeys-section';
import { PasswordSection } from './password-section';
import { SessionsSection } from './sessions-section';
import { ShortcutsSection } from './shortcuts-section';

/** Who one is here, how one signs in, and where one is signed in. */
@Component({
  selector: 'att-account-page',
  imports: [AccountName, AuthenticatorSection, IdentitiesSection, Memberships, OwnRecordsSection, Page, PasskeysSection, PasswordSection, SessionsSection, ShortcutsSection],
  template: `
    <att-page heading="Your account" [of]="account">
      @if (account.hasValue()) {
        <att-account-name [name]="account.value().name" [email]="account.value().email" (changed)="account.reload()" />
        <att-memberships />
        @if (!account.value().demonstration) {
          @if (account.value().hasPassword) { <att-password-section (changed)="account.reload()" /> }
          <att-passkeys-section [passkeys]="account.value().passkeys" (changed)="account.reload()" />
          <att-authenticator-section [account]="account.value()" (changed)="account.reload()" />
          <att-identities-section [identities]="account.value().identities" [linked]="!!linked()" (changed)="account.reload()" />
        }
        <att-shortcuts-section />
        <att-sessions-section [sessions]="account.value().sessions" (changed)="account.reload()" />
        <att-own-records-section [demonstration]="account.value().demonstration" />
      }
    </att-page>
  `,
})
export class AccountPage {
  /** The provider somebody has come back from. */
  readonly linked = input<string>();
  protected readonly account = httpResource<AccountView>(() => '/api/account');
}
