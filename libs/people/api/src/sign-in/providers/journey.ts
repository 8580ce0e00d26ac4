import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock, SESSION_SETTINGS, SecretBox, cookieIn, type SessionSettings } from '@attest/shared/api';

/** What must come back as it went out, and what is to be done then. Kept by the browser, sealed: nobody reads or makes one. */
export interface Journey {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly purpose: Purpose;
}

export type Purpose =
  /** `again`: the provider has to ask who it is, also whom it knows. */
  | { readonly to: 'sign-in'; readonly then: string; readonly again: boolean }
  | { readonly to: 'link'; readonly sessionId: string }
  | { readonly to: 'accept'; readonly token: string };

/** Minutes somebody has at the provider. */
const MINUTES = 15;
const ABOUT = 'a journey to a provider';

@Injectable()
export class Journeys {
  constructor(
    private readonly box: SecretBox,
    private readonly clock: Clock,
    @Inject(SESSION_SETTINGS) private readonly settings: SessionSettings,
  ) {}

  begin(journey: Journey, response: Response): void {
    const sealed = this.box.seal(Buffer.from(JSON.stringify({ ...journey, until: this.clock.now().getTime() + MINUTES * 60_000 })), ABOUT);
    response.cookie(this.name, sealed.toString('base64url'), { ...this.cookie, maxAge: MINUTES * 60_000 });
  }

  /** Once: the browser is told to forget it, and the provider takes its code once. Null when there is none that is still good. */
  end(request: Request, response: Response): Journey | null {
    const found = cookieIn(request, this.name);
    response.clearCookie(this.name, this.cookie);
    if (!found) return null;
    try {
      const journey = JSON.parse(this.box.open(Buffer.from(found, 'base64url'), ABOUT).toString('utf8')) as Journey & { until: number };
      return journey.until > this.clock.now().getTime() ? journey : null;
    } catch {
      return null; // made by somebody else, or before the secret changed
    }
  }

  private get name(): string {
    return this.settings.secureCookies ? '__Host-attest-journey' : 'attest-journey';
  }

  /** Lax, not strict: it has to come along when the provider sends the browser back. */
  private get cookie() {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.settings.secureCookies } as const;
  }
}
