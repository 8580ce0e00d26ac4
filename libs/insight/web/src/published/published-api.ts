import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { MinimumView, PublishedQuery, PublishedRelease, PublishedRound, PublishedView, ReleasePreview } from '@attest/shared/client';
import { chosen, steady } from '@attest/shared/web';

@Injectable({ providedIn: 'root' })
export class PublishedApi {
  private readonly http = inject(HttpClient);

  rounds() {
    return httpResource<PublishedRound[]>(() => '/api/published');
  }

  published(roundId: Signal<string>, query: Signal<PublishedQuery>) {
    return steady(httpResource<PublishedView>(() => ({ url: `/api/rounds/${roundId()}/published`, params: chosen(query()) })));
  }

  preview(roundId: Signal<string>, query: Signal<PublishedQuery>) {
    return steady(httpResource<ReleasePreview>(() => ({ url: `/api/rounds/${roundId()}/releases`, params: chosen(query()) })));
  }

  publish(roundId: string, digest: string): Promise<PublishedRelease> {
    return firstValueFrom(this.http.post<PublishedRelease>(`/api/rounds/${roundId}/releases`, { digest }));
  }

  minimum() {
    return httpResource<MinimumView>(() => '/api/minimum-group');
  }

  setMinimum(minimum: number): Promise<MinimumView> {
    return firstValueFrom(this.http.put<MinimumView>('/api/minimum-group', { minimum }));
  }
}
