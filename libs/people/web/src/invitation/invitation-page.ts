import { HttpClient, httpResource } from '@angular/common/http';
import { Component, DOCUMENT, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { roleMeanings, roleWords } from '@attest/domain/access';
import type { OpenedInvitation, ProviderAddress, SessionView, WelcomeView } from '@attest/shared/client';
import { DatePipe, ErrorSummary, Notice } from '@attest/shared/ui';
import { Page, Session, faultsOf, problemOf, type Fault } from '@attest/shared/web';
import { AcceptForm, type Accepting } from './accept-form';
import { invitationWords } from './invitation-words';
import { Link } from './link';

/** What the link in a message opens: who invites to what, and how to accept. Looking at it changes nothing. */
@Component({
  selector: 'att-invitation-page',
  imports: [AcceptForm, DatePipe, ErrorSummary, Notice, Page, RouterLink],
  templateUrl: './invitation-page.html',
})
export class InvitationPage {
  private readonly http = inject(HttpClient);
  private readonly location = inject(DOCUMENT).location;
  private readonly router = inject(Router);
  private readonly link = inject(Link);
  protected readonly session = inject(Session);

  /** Missing when somebody comes back from signing in: then it is the one this tab came with. */
  readonly token = input<string>();
  private readonly held = computed(() => this.link.hold(this.token()));

  protected readonly opened = httpResource<OpenedInvitation>(() => ({ url: '/api/invitations/look', method: 'POST', body: { token: this.held() || '-' } }));
  private readonly welcome = httpResource<WelcomeView>(() => '/api/welcome');
  protected readonly providers = computed(() => (this.welcome.hasValue() ? this.welcome.value().providers : []));
  protected readonly faults = signal<readonly Fault[]>([]);
  protected readonly sending = signal(false);
  protected readonly words = { role: roleWords, meaning: roleMeanings };
  protected readonly over = computed(() => (this.opened.hasValue() ? invitationWords(this.opened.value()) : ''));
  protected readonly place = computed(() => {
    const of = this.opened.hasValue() ? this.opened.value() : null;
    return of?.organisation ?? of?.trust ?? of?.partnership ?? '';
  });
  protected readonly theirs = computed(() => {
    const address = this.session.current()?.person.email.toLowerCase();
    return this.opened.hasValue() && address === this.opened.value().email.toLowerCase();
  });

  /** Another role is another menu: the page is drawn anew. */
  protected join(): Promise<void> {
    return this.attempt(async () => {
      await firstValueFrom(this.http.post<void>('/api/invitations/join', { token: this.held() }));
      this.link.forget();
      this.location.assign('/');
    });
  }

  /** A password opens the way to a second factor, for which the sign-in page asks. */
  protected accept(accepting: Accepting): Promise<void> {
    return this.attempt(async () => {
      const session = await firstValueFrom(this.http.post<SessionView>('/api/invitations/accept', { token: this.held(), ...accepting }));
      this.link.forget();
      this.session.arrived(session);
      await this.router.navigateByUrl(session.stage === 'full' ? '/' : '/sign-in');
    });
  }

  /** Whoever has an account at one of the sign-in services goes there, and comes back signed in. */
  protected acceptBy(provider: string): Promise<void> {
    return this.attempt(async () => {
      const { address } = await firstValueFrom(this.http.post<ProviderAddress>(`/api/sign-in/${provider}/invitation`, { token: this.held() }));
      this.location.assign(address);
    });
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut().catch((error: unknown) => this.faults.set(faultsOf(problemOf(error))));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    try {
      await work();
    } catch (error) {
      this.faults.set(faultsOf(problemOf(error)));
      this.sending.set(false);
    }
  }
}
