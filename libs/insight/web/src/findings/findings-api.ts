import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { FindingsView, NewFinding, OwnFinding } from '@attest/shared/client';

@Injectable({ providedIn: 'root' })
export class FindingsApi {
  private readonly http = inject(HttpClient);

  findings(roundId: Signal<string>) {
    return httpResource<FindingsView>(() => `/api/rounds/${roundId()}/findings`);
  }

  add(roundId: string, finding: NewFinding): Promise<OwnFinding> {
    return firstValueFrom(this.http.post<OwnFinding>(`/api/rounds/${roundId}/findings`, finding));
  }

  change(id: string, words: string): Promise<OwnFinding> {
    return firstValueFrom(this.http.put<OwnFinding>(`/api/findings/${id}`, { words }));
  }

  remove(id: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/findings/${id}`));
  }

  order(roundId: string, ids: readonly string[]): Promise<void> {
    return firstValueFrom(this.http.put<void>(`/api/rounds/${roundId}/findings/order`, { ids }));
  }
}
