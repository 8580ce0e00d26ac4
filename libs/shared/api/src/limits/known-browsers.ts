import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SIGNING_KEY } from '../context-signer';
import { accountKey } from './limiter';
import { SESSION_SETTINGS, cookieIn, type SessionSettings } from '../session-cookie';

const DAYS = 180;

/**
 * A browser in which an account has signed in keeps a cookie that says so. It opens nothing: it only lets tries from
 * there be counted by themselves, so that somebody who guesses at the account elsewhere cannot keep its owner out.
 */
@Injectable()
export class KnownBrowsers {
  constructor(
    @Inject(SIGNING_KEY) private readonly key: Buffer,
    @Inject(SESSION_SETTINGS) private readonly settings: SessionSettings,
  ) {}

  /** Once somebody is signed in, with all factors. */
  remember(account: string, response: Response): void {
    const browser = randomBytes(16).toString('base64url');
    response.cookie(this.cookie, `${browser}.${this.signature(browser, account)}`,
      { httpOnly: true, sameSite: 'lax', path: '/', secure: this.settings.secureCookies, maxAge: DAYS * 86_400_000 });
  }

  /** Which browser this is, or undefined when this account has never signed in with it. */
  known(account: string, request: Request): string | undefined {
    const [browser = '', given = ''] = (cookieIn(request, this.cookie) ?? '').split('.');
    const [wanted, got] = [Buffer.from(this.signature(browser, account)), Buffer.from(given)];
    return wanted.length === got.length && timingSafeEqual(wanted, got) ? browser : undefined;
  }

  private get cookie(): string {
    return this.settings.secureCookies ? '__Host-attest-browser' : 'attest-browser';
  }

  private signature(browser: string, account: string): string {
    return createHmac('sha256', this.key).update(`browser ${browser} ${accountKey(account)}`).digest('base64url');
  }
}
