import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { JointFiguresView, SharePreview } from '@attest/shared/client';
import { steady } from '@attest/shared/web';

@Injectable({ providedIn: 'root' })
export class JointFiguresApi {
  private readonly http = inject(HttpClient);

  figures(roundId: Signal<string>) {
    return steady(httpResource<JointFiguresView>(() => `/api/rounds/${roundId()}/joint-figures`));
  }

  preview(roundId: Signal<string>, place: Signal<string>) {
    return httpResource<SharePreview>(() => `/api/rounds/${roundId()}/joint-figures/${encodeURIComponent(place())}`);
  }

  share(roundId: string, place: string, digest: string): Promise<void> {
    return firstValueFrom(this.http.put<void>(`/api/rounds/${roundId}/joint-figures/${encodeURIComponent(place)}`, { digest }));
  }

  withdraw(roundId: string, place: number): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/rounds/${roundId}/joint-figures/${place}`));
  }
}
