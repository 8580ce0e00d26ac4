import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { chosen, steady } from '@attest/shared/web';
import type { Agency, ImportView, OrganisationFilters, OrganisationList, OrganisationView } from '@attest/shared/client';

/** What this feature asks of the API. */
@Injectable({ providedIn: 'root' })
export class OrganisationsApi {
  private readonly http = inject(HttpClient);

  list(filters: Signal<OrganisationFilters>) {
    return steady(httpResource<OrganisationList>(() => ({ url: '/api/organisations', params: chosen(filters()) })));
  }

  organisation(id: Signal<string>) {
    return httpResource<OrganisationView>(() => `/api/organisations/${id()}`);
  }

  saveAgency(agency: Agency, id: string | null): Promise<OrganisationView> {
    return firstValueFrom(id ? this.http.put<OrganisationView>(`/api/agencies/${id}`, agency) : this.http.post<OrganisationView>('/api/agencies', agency));
  }

  endAgency(id: string): Promise<OrganisationView> {
    return firstValueFrom(this.http.post<OrganisationView>(`/api/agencies/${id}/end`, null));
  }

  /** The whole register is sixty megabytes, and this browser's way of sending does not tell how far it has got. */
  upload(file: File): Promise<ImportView> {
    const form = new FormData();
    form.append('file', file);
    return firstValueFrom(this.http.post<ImportView>('/api/register-imports', form));
  }

  apply(importId: string): Promise<ImportView> {
    return firstValueFrom(this.http.post<ImportView>(`/api/register-imports/${importId}/apply`, null));
  }
}
