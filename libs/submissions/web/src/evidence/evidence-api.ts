import { HttpClient, HttpEventType, httpResource, provideHttpClient, withInterceptors, withXhr, type HttpEvent } from '@angular/common/http';
import { EnvironmentInjector, Injectable, InjectionToken, createEnvironmentInjector, inject } from '@angular/core';
import { firstValueFrom, lastValueFrom, tap } from 'rxjs';
import type { EvidenceDetails, EvidenceView, NewLink, ShownForAnswer } from '@attest/shared/client';
import { sessionInterceptor } from '@attest/shared/web';
import type { Place } from '../current-return';

/** Sends files: only XMLHttpRequest tells how much of one has left. */
export const SENDING = new InjectionToken<HttpClient>('sends files', {
  providedIn: 'root',
  factory: () => createEnvironmentInjector([provideHttpClient(withXhr(), withInterceptors([sessionInterceptor]))], inject(EnvironmentInjector)).get(HttpClient),
});

@Injectable({ providedIn: 'root' })
export class EvidenceApi {
  private readonly http = inject(HttpClient);
  private readonly sending = inject(SENDING);

  library(organisationId: () => string | undefined) {
    return httpResource<EvidenceView[]>(() => organisationId() && `/api/organisations/${organisationId()}/evidence`);
  }

  one(id: () => string) {
    return httpResource<EvidenceView>(() => `/api/evidence/${id()}`);
  }

  bring(organisationId: string, file: File, left: (part: number) => void): Promise<EvidenceView> {
    return this.send(`/api/organisations/${organisationId}/evidence`, file, left);
  }

  revise(id: string, file: File, left: (part: number) => void): Promise<EvidenceView> {
    return this.send(`/api/evidence/${id}/revisions`, file, left);
  }

  addLink(organisationId: string, link: NewLink): Promise<EvidenceView> {
    return firstValueFrom(this.http.post<EvidenceView>(`/api/organisations/${organisationId}/evidence/links`, link));
  }

  move(id: string, location: string): Promise<EvidenceView> {
    return firstValueFrom(this.http.post<EvidenceView>(`/api/evidence/${id}/revisions/link`, { location }));
  }

  edit(id: string, details: EvidenceDetails): Promise<EvidenceView> {
    return firstValueFrom(this.http.put<EvidenceView>(`/api/evidence/${id}`, details));
  }

  delete(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/evidence/${id}`));
  }

  use(place: Place, id: string): Promise<ShownForAnswer> {
    return firstValueFrom(this.http.put<ShownForAnswer>(addressOf(place, id), null));
  }

  takeAway(place: Place, id: string): Promise<ShownForAnswer> {
    return firstValueFrom(this.http.delete<ShownForAnswer>(addressOf(place, id)));
  }

  /** `left` is told from 0 to 1 how much has left. */
  private async send(address: string, file: File, left: (part: number) => void): Promise<EvidenceView> {
    const form = new FormData();
    form.append('file', file, file.name);
    const events = this.sending.post<EvidenceView>(address, form, { observe: 'events', reportUploadProgress: true }).pipe(tap((event) => tell(event, left)));
    const last = await lastValueFrom(events);
    if (last.type !== HttpEventType.Response) throw new Error('The upload ended without an answer.');
    return last.body!;
  }
}

const addressOf = ({ submissionId, questionId }: Place, id: string) => `/api/submissions/${submissionId}/answers/${questionId}/evidence/${id}`;

function tell(event: HttpEvent<unknown>, left: (part: number) => void): void {
  if (event.type === HttpEventType.UploadProgress && event.total) left(event.loaded / event.total);
}
