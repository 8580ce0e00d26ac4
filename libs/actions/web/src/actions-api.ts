import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ActionDetail, ActionList, ActionView, AgeingView, ChangedAction, MovedAction, NewAction, PlanView, Verification } from '@attest/shared/client';
import { chosen, steady } from '@attest/shared/web';

export interface ActionFilters {
  readonly organisationId?: string;
  readonly roundId?: string;
  readonly areaId?: string;
  readonly group?: string;
  readonly standard?: string;
  readonly returns?: string;
  readonly standing?: string;
}

/** What this feature asks of the API. */
@Injectable({ providedIn: 'root' })
export class ActionsApi {
  private readonly http = inject(HttpClient);

  list(filters: Signal<ActionFilters>) { return steady(httpResource<ActionList>(() => ({ url: '/api/actions', params: chosen(filters()) }))); }
  ageing(roundId: Signal<string | undefined>) { return steady(httpResource<AgeingView>(() => ({ url: '/api/actions/ageing', params: chosen({ roundId: roundId() }) }))); }
  one(id: Signal<string>) { return httpResource<ActionDetail>(() => `/api/actions/${id()}`); }
  plan(submissionId: Signal<string>) { return httpResource<PlanView>(() => `/api/submissions/${submissionId()}/plan`); }

  add(submissionId: string, action: NewAction) { return firstValueFrom(this.http.post<ActionView>(`/api/submissions/${submissionId}/actions`, action)); }
  change(id: string, action: ChangedAction) { return firstValueFrom(this.http.put<ActionView>(`/api/actions/${id}`, action)); }
  move(id: string, move: MovedAction) { return firstValueFrom(this.http.post<ActionView>(`/api/actions/${id}/move`, move)); }
  verify(id: string, verification: Verification) { return firstValueFrom(this.http.post<ActionView>(`/api/actions/${id}/verification`, verification)); }
}
