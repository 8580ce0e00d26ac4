import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject, type Signal } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import { chosen, steady } from '@attest/shared/web';
import type {
  CheckView, InvitationFilters, InvitationList, InvitationView, LeaderlessOrganisation, NewInvitation, NewLead, NewRole, OrganisationPeople, OwnMembership, PeopleFilters, PeopleList, SentView,
} from '@attest/shared/client';

/** What the pages about people ask of the API. */
@Injectable({ providedIn: 'root' })
export class PeopleApi {
  private readonly http = inject(HttpClient);

  people(filters: Signal<PeopleFilters>) {
    return steady(httpResource<PeopleList>(() => ({ url: '/api/people', params: chosen(filters()) })));
  }

  invitations(filters: Signal<InvitationFilters>) {
    return steady(httpResource<InvitationList>(() => ({ url: '/api/invitations', params: chosen(filters()) })));
  }

  withoutLead() {
    return httpResource<LeaderlessOrganisation[]>(() => '/api/people/without-lead');
  }

  ofOrganisation(id: Signal<string>) {
    return httpResource<OrganisationPeople>(() => `/api/organisations/${id()}/people`);
  }

  own() {
    return httpResource<OwnMembership[]>(() => '/api/account/memberships');
  }

  invite(invitation: NewInvitation): Promise<InvitationView> {
    return this.sent(this.http.post<InvitationView>('/api/invitations', invitation));
  }

  handOver(organisationId: string, next: NewLead): Promise<InvitationView> {
    return this.sent(this.http.post<InvitationView>(`/api/organisations/${organisationId}/handover`, next));
  }

  checkList(text: string): Promise<CheckView> {
    return this.sent(this.http.post<CheckView>('/api/invitations/check', { text }));
  }

  checkFile(file: File): Promise<CheckView> {
    const form = new FormData();
    form.append('file', file);
    return this.sent(this.http.post<CheckView>('/api/invitations/check-file', form));
  }

  inviteMany(invitations: readonly NewInvitation[]): Promise<SentView> {
    return this.sent(this.http.post<SentView>('/api/invitations/many', { invitations }));
  }

  resend(id: string): Promise<InvitationView> {
    return this.sent(this.http.post<InvitationView>(`/api/invitations/${id}/resend`, null));
  }

  withdraw(id: string): Promise<InvitationView> {
    return this.sent(this.http.post<InvitationView>(`/api/invitations/${id}/withdraw`, null));
  }

  changeRole(membershipId: string, role: NewRole['role']): Promise<void> {
    return this.sent(this.http.put<void>(`/api/memberships/${membershipId}`, { role }));
  }

  remove(membershipId: string): Promise<void> {
    return this.sent(this.http.delete<void>(`/api/memberships/${membershipId}`));
  }

  leave(membershipId: string): Promise<void> {
    return this.sent(this.http.delete<void>(`/api/account/memberships/${membershipId}`));
  }

  confirm(organisationId: string, memberships: string[]): Promise<OrganisationPeople> {
    return this.sent(this.http.post<OrganisationPeople>(`/api/organisations/${organisationId}/reviews`, { memberships }));
  }

  private sent<T>(answer: Observable<T>): Promise<T> {
    return firstValueFrom(answer);
  }
}
