import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AudienceQuery, AudienceView, BoardView, CarryOverView, CarryOversView, CarryPreview, NewRecalculation, NewRound, RecalculationPreview, RecalculationView, RoundView, TemplateSummary, UndoRecalculation } from '@attest/shared/client';
import { steady } from '@attest/shared/web';

/** What this feature asks of the API. */
@Injectable({ providedIn: 'root' })
export class RoundsApi {
  private readonly http = inject(HttpClient);

  rounds() {
    return httpResource<RoundView[]>(() => '/api/rounds');
  }

  round(id: Signal<string>) {
    return httpResource<RoundView>(() => `/api/rounds/${id()}`);
  }

  board(id: Signal<string>) {
    return httpResource<BoardView>(() => `/api/rounds/${id()}/board`);
  }

  templates() {
    return httpResource<TemplateSummary[]>(() => '/api/templates');
  }

  /** Asked by POST because an audience does not fit an address; it changes nothing. */
  audience(query: Signal<AudienceQuery | null>) {
    return steady(httpResource<AudienceView>(() => (query() ? { url: '/api/rounds/audience', method: 'POST', body: query() } : undefined)));
  }

  draft(round: NewRound): Promise<RoundView> {
    return firstValueFrom(this.http.post<RoundView>('/api/rounds', round));
  }

  carryOvers(id: Signal<string>) {
    return httpResource<CarryOversView>(() => `/api/rounds/${id()}/carry-overs`);
  }

  carryPreview(id: Signal<string>, versionId: Signal<string | null>) {
    return httpResource<CarryPreview>(() => (versionId() ? `/api/rounds/${id()}/carry-overs/${versionId()}` : undefined));
  }

  carryOver(id: string, templateVersionId: string): Promise<CarryOverView> {
    return firstValueFrom(this.http.post<CarryOverView>(`/api/rounds/${id}/carry-overs`, { templateVersionId }));
  }

  undoCarryOver(id: string): Promise<CarryOverView> {
    return firstValueFrom(this.http.post<CarryOverView>(`/api/carry-overs/${id}/undo`, null));
  }

  recalculationPreview(id: Signal<string>) {
    return httpResource<RecalculationPreview>(() => `/api/rounds/${id()}/recalculations/preview`);
  }

  recalculations(id: Signal<string>) {
    return httpResource<RecalculationView[]>(() => `/api/rounds/${id()}/recalculations`);
  }

  recalculate(id: string, recalculation: NewRecalculation): Promise<RecalculationView> {
    return firstValueFrom(this.http.post<RecalculationView>(`/api/rounds/${id}/recalculations`, recalculation));
  }

  undoRecalculation(id: string, recalculationId: string, undo: UndoRecalculation): Promise<RecalculationView> {
    return firstValueFrom(this.http.post<RecalculationView>(`/api/rounds/${id}/recalculations/${recalculationId}/undo`, undo));
  }

  move(id: string, move: 'open' | 'close'): Promise<RoundView> {
    return firstValueFrom(this.http.post<RoundView>(`/api/rounds/${id}/${move}`, null));
  }
}
