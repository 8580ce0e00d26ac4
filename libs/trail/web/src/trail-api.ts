import { httpResource } from '@angular/common/http';
import { Injectable, type Signal } from '@angular/core';
import type { TrailFilters, TrailPage } from '@attest/shared/client';
import { chosen, steady } from '@attest/shared/web';

/** What this feature asks of the API. */
@Injectable({ providedIn: 'root' })
export class TrailApi {
  page(filters: Signal<TrailFilters>) {
    return steady(httpResource<TrailPage>(() => ({ url: '/api/trail', params: chosen(filters()) })));
  }
}
