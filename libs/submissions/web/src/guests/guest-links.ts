import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject, linkedSignal, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { GivenGuestLink, GuestLinksView, NewGuestLink } from '@attest/shared/client';

/** The guest links of one return, as its own organisation's people see them. */
@Injectable()
export class GuestLinks {
  private readonly http = inject(HttpClient);
  private readonly id = signal<string | undefined>(undefined);
  readonly reading = httpResource<GuestLinksView>(() => this.id() && `/api/submissions/${this.id()}/guest-links`);
  readonly view = linkedSignal<GuestLinksView | undefined, GuestLinksView | null>({
    source: () => (this.reading.hasValue() ? this.reading.value() : undefined),
    computation: (read, before) => read ?? before?.value ?? null,
  });

  of(id: string): void {
    this.id.set(id);
  }

  async give(wanted: NewGuestLink): Promise<GivenGuestLink> {
    const given = await firstValueFrom(this.http.post<GivenGuestLink>(`/api/submissions/${this.id()}/guest-links`, wanted));
    this.view.set(given);
    return given;
  }

  revoke(linkId: string): Promise<void> {
    return this.change(linkId, 'revoke');
  }

  forget(linkId: string): Promise<void> {
    return this.change(linkId, 'forget');
  }

  private async change(linkId: string, how: 'revoke' | 'forget'): Promise<void> {
    this.view.set(await firstValueFrom(this.http.post<GuestLinksView>(`/api/guest-links/${linkId}/${how}`, {})));
  }
}
