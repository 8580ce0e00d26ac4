import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { DisposalPreview, DisposalView, ErasurePreview, ErasureView, ExportView, HoldView, NewDisposal, NewHold, OrganisationList, PeriodView, RoundView } from '@attest/shared/client';
import { steady } from '@attest/shared/web';

/** What this feature asks of the API. */
@Injectable({ providedIn: 'root' })
export class RecordsApi {
  private readonly http = inject(HttpClient);

  periods() { return httpResource<PeriodView[]>(() => '/api/records/periods'); }
  holds() { return steady(httpResource<HoldView[]>(() => '/api/records/holds')); }
  due() { return steady(httpResource<DisposalPreview>(() => '/api/records/due')); }
  disposals() { return steady(httpResource<DisposalView[]>(() => '/api/records/disposals')); }
  exports() { return steady(httpResource<ExportView[]>(() => '/api/records/exports')); }
  erasures() { return httpResource<ErasureView[]>(() => '/api/records/erasures'); }
  erasure(id: Signal<string>) { return httpResource<ErasurePreview>(() => `/api/records/erasures/${id()}`); }
  rounds() { return httpResource<RoundView[]>(() => '/api/rounds'); }
  /** Those whose name begins with or holds what was typed; none before anything has been. */
  organisations(search: Signal<string>) {
    return steady(httpResource<OrganisationList>(() => (search().trim().length > 1 ? { url: '/api/organisations', params: { search: search().trim() } } : undefined)));
  }

  change(kind: string, months: number) { return firstValueFrom(this.http.put<PeriodView[]>(`/api/records/periods/${kind}`, { months })); }
  place(hold: NewHold) { return firstValueFrom(this.http.post<HoldView>('/api/records/holds', hold)); }
  lift(id: string) { return firstValueFrom(this.http.post<HoldView>(`/api/records/holds/${id}/lift`, null)); }
  dispose(disposal: NewDisposal) { return firstValueFrom(this.http.post<DisposalView>('/api/records/disposals', disposal)); }
  copy(reason: string) { return firstValueFrom(this.http.post<ExportView>('/api/records/exports', { reason })); }
  erase(id: string, confirm: string) { return firstValueFrom(this.http.post<ErasureView>(`/api/records/erasures/${id}/erase`, { confirm })); }
  refuse(id: string, reason: string) { return firstValueFrom(this.http.post<ErasureView>(`/api/records/erasures/${id}/refuse`, { reason })); }
}
