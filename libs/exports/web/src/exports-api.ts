import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { MadeExportView, NewMadeExport, NewSavedExport, RoundOrganisation, RoundView, SavedExportView, WordTemplateView } from '@attest/shared/client';
import { steady } from '@attest/shared/web';

/** What this feature asks of the API. */
@Injectable({ providedIn: 'root' })
export class ExportsApi {
  private readonly http = inject(HttpClient);

  rounds() { return httpResource<RoundView[]>(() => '/api/rounds'); }
  made() { return steady(httpResource<MadeExportView[]>(() => '/api/exports')); }
  saved() { return steady(httpResource<SavedExportView[]>(() => '/api/exports/saved')); }
  template() { return httpResource<WordTemplateView>(() => '/api/word-template'); }
  organisations(roundId: Signal<string>) { return httpResource<RoundOrganisation[]>(() => `/api/rounds/${roundId()}/organisations`); }

  ask(wanted: NewMadeExport) { return firstValueFrom(this.http.post<MadeExportView>('/api/exports', wanted)); }
  cancel(id: string) { return firstValueFrom(this.http.post<MadeExportView>(`/api/exports/${id}/cancel`, null)); }
  retry(id: string) { return firstValueFrom(this.http.post<MadeExportView>(`/api/exports/${id}/retry`, null)); }
  save(wanted: NewSavedExport) { return firstValueFrom(this.http.post<void>('/api/exports/saved', wanted)); }
  forget(id: string) { return firstValueFrom(this.http.delete<void>(`/api/exports/saved/${id}`)); }
}
