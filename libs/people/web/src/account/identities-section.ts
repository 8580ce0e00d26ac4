import { HttpClient, httpResource } from '@angular/common/http';
import { Component, DOCUMENT, computed, inject, input, output, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { IdentityView, ProviderAddress, WelcomeView } from '@attest/shared/client';
import { Notice, dateInWords } from '@attest/shared/ui';
import { problemOf } from '@attest/shared/web';

/** Accounts elsewhere that sign one in here. Not drawn where there are neither providers nor links. */
@Component({
  selector: 'att-identities-section',
  imports: [Notice],
  template: `
    @if (providers().length > 0 || identities().length > 0) {
      <h2>Accounts elsewhere</h2>
      @if (linked()) { <att-notice tone="success" announce><p>Linked. From now on it signs you in here.</p></att-notice> }
      @if (failed()) { <att-notice tone="warning" announce><p>{{ failed() }}</p></att-notice> }
      <ul class="att-list">
        @for (identity of identities(); track identity.id) {
          <li>
            <div>
              <p><strong>{{ identity.provider }}</strong></p>
              <p class="att-secondary">{{ identity.label }}, linked {{ at(identity.linkedAt) }}</p>
            </div>
            @if (identity.moves.includes('unlink')) {
              <button type="button" class="att-button att-button--small" (click)="unlink(identity)">Unlink<span class="att-visually-hidden"> {{ identity.provider }}, {{ identity.label }}</span></button>
            }
          </li>
        }
      </ul>
      <div class="att-buttons">
        @for (provider of providers(); track provider.key) { <button type="button" class="att-button" (click)="link(provider.key)">Link your {{ provider.name }}</button> }
      </div>
    }
  `,
  styleUrl: './sessions-section.scss',
})
export class IdentitiesSection {
  private readonly http = inject(HttpClient);
  private readonly location = inject(DOCUMENT).location;

  readonly identities = input.required<readonly IdentityView[]>();
  /** Back from a provider a moment ago. */
  readonly linked = input(false);
  readonly changed = output();
  private readonly welcome = httpResource<WelcomeView>(() => '/api/welcome');
  /** Those that are not linked yet. */
  protected readonly providers = computed(() => {
    const linked = this.identities().map(({ provider }) => provider);
    return this.welcome.hasValue() ? this.welcome.value().providers.filter(({ name }) => !linked.includes(name)) : [];
  });
  protected readonly failed = signal('');
  protected readonly at = (time: string) => dateInWords(time);

  protected async link(provider: string): Promise<void> {
    this.failed.set('');
    try {
      const { address } = await firstValueFrom(this.http.post<ProviderAddress>('/api/account/identities', { provider }));
      this.location.assign(address);
    } catch (error) {
      this.failed.set(problemOf(error).detail);
    }
  }

  protected async unlink({ id }: IdentityView): Promise<void> {
    this.failed.set('');
    try {
      await firstValueFrom(this.http.delete(`/api/account/identities/${id}`));
      this.changed.emit();
    } catch (error) {
      this.failed.set(problemOf(error).detail);
    }
  }
}
