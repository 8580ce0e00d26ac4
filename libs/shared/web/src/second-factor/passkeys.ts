import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import {
  browserSupportsWebAuthn, startAuthentication, startRegistration, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { firstValueFrom } from 'rxjs';
import type { PasskeyAdded, PasskeyRequest, SessionView } from '@attest/shared/client';
import { problemOf } from '../problem';
import { Session } from '../session';

/** The passkeys of this device: asked for by the API, unlocked by their owner. */
@Injectable({ providedIn: 'root' })
export class Passkeys {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);

  readonly supported = browserSupportsWebAuthn();

  /** All the way, whoever it is. */
  async signIn(): Promise<readonly string[]> {
    this.session.arrived(await this.signed('/api/session/passkey'));
    return [];
  }

  /** By whoever is signed in, or half so: with one of their own. */
  async prove(): Promise<readonly string[]> {
    this.session.arrived(await this.signed('/api/session/proof/passkey'));
    this.session.settleProof(true);
    return [];
  }

  /** Answers the recovery codes that come with the first second factor. */
  async add(): Promise<readonly string[]> {
    const { options } = await this.post<PasskeyRequest>('/api/account/passkeys/options');
    const made = await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON });
    const { recoveryCodes, session } = await this.post<PasskeyAdded>('/api/account/passkeys', made);
    this.session.arrived(session);
    return recoveryCodes;
  }

  private async signed(address: string): Promise<SessionView> {
    const { options } = await this.post<PasskeyRequest>(`${address}/options`);
    return this.post<SessionView>(address, await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON }));
  }

  private post<View>(address: string, body: unknown = null): Promise<View> {
    return firstValueFrom(this.http.post<View>(address, body));
  }
}

/** By the names of WebAuthn: browsers tell pages little of what went wrong, on purpose. */
const sentences: Readonly<Record<string, string>> = {
  NotAllowedError: 'No passkey was used: it was cancelled, took too long, or there is none on this device. Try again, or choose another way.',
  InvalidStateError: 'This device has a passkey for Attest already.',
  SecurityError: 'Passkeys do not work at this address. Open Attest at the address you were given.',
  NotSupportedError: 'This device cannot make passkeys that ask for your fingerprint, face or PIN. Try another one.',
  ConstraintError: 'This device cannot make passkeys that ask for your fingerprint, face or PIN. Try another one.',
};

export function passkeyProblem(error: unknown): string {
  if (error instanceof HttpErrorResponse) return problemOf(error).detail;
  return sentences[(error as Error)?.name] ?? 'The passkey could not be used. Try again, or choose another way.';
}
