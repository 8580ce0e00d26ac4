import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { JointAcceptance, JointInvitationView, JointRoundView, NewJointCode, NewJointRound } from '@attest/shared/client';
import { steady } from '@attest/shared/web';

@Injectable({ providedIn: 'root' })
export class JointApi {
  private readonly http = inject(HttpClient);

  all() {
    return steady(httpResource<JointRoundView[]>(() => '/api/joint-rounds'));
  }

  one(id: Signal<string>) {
    return steady(httpResource<JointRoundView>(() => `/api/joint-rounds/${id()}`));
  }

  begin(round: NewJointRound): Promise<JointRoundView> {
    return firstValueFrom(this.http.post<JointRoundView>('/api/joint-rounds', round));
  }

  look(code: string): Promise<JointInvitationView> {
    return firstValueFrom(this.http.post<JointInvitationView>('/api/joint-rounds/invitation', { code }));
  }

  accept(acceptance: JointAcceptance): Promise<JointRoundView> {
    return firstValueFrom(this.http.post<JointRoundView>('/api/joint-rounds/accept', acceptance));
  }

  decline(code: string): Promise<void> {
    return firstValueFrom(this.http.post<void>('/api/joint-rounds/decline', { code }));
  }

  invite(id: string, forWhom: string): Promise<NewJointCode> {
    return firstValueFrom(this.http.post<NewJointCode>(`/api/joint-rounds/${id}/invitations`, { forWhom }));
  }

  withdraw(id: string, invitationId: string): Promise<JointRoundView> {
    return firstValueFrom(this.http.post<JointRoundView>(`/api/joint-rounds/${id}/invitations/${invitationId}/withdraw`, null));
  }

  chooseRound(id: string, roundId: string): Promise<JointRoundView> {
    return firstValueFrom(this.http.put<JointRoundView>(`/api/joint-rounds/${id}/round`, { roundId }));
  }

  leave(id: string, reason: string): Promise<JointRoundView> {
    return firstValueFrom(this.http.post<JointRoundView>(`/api/joint-rounds/${id}/leave`, { reason }));
  }
}
