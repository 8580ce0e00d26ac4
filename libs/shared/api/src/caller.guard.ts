import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { forGuests, may, type Action } from '@attest/domain/access';
import type { Request, Response } from 'express';
import { actOf } from './act';
import { ACTION, BY_TOKEN, EARLY_STAGES, FRESH, PUBLIC, type CallerRequest, type SignedInCaller, type Stage } from './caller';
import { Clock } from './clock';
import { Database } from './database';
import { GuestDoor } from './guest-door';
import { Refused } from './refused';
import { FRESH_MINUTES, IDLE_MINUTES, SESSION_SETTINGS, hashOf, tokenFrom, type SessionSettings } from './session-cookie';

interface SessionRow {
  session_id: string; csrf_token: string; expires_at: Date; stage: Stage; proved_at: Date;
  person_id: string; person_name: string; person_email: string; partnership_id: string;
  memberships: SignedInCaller['memberships'];
}

interface TokenRow extends Pick<SessionRow, 'person_id' | 'person_name' | 'person_email' | 'partnership_id' | 'memberships'> { token_id: string }

const TOKEN_OF = { name: 'token of', text: 'select * from app.token_of($1, $2, $3)' };
const SESSION_OF = { name: 'session of', text: 'select * from app.session_of($1, make_interval(mins => $2), $3)' };

/** Who is calling, and whether a person with their roles may attempt this at all. Roles are read on every request. */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly guests: GuestDoor,
    @Inject(SESSION_SETTINGS) private readonly settings: SessionSettings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.get<boolean>(PUBLIC, context.getHandler())) return true;
    const request = context.switchToHttp().getRequest<Request & CallerRequest>();
    request.act = actOf(context, this.reflector);
    const action = this.reflector.get<Action>(ACTION, context.getHandler());
    if (forGuests.includes(action)) {
      request.caller = await this.guests.callerOf(request);
      return may(request.caller, action);
    }
    const byToken = this.reflector.get<boolean>(BY_TOKEN, context.getHandler());
    const session = byToken ? await this.sessionOfToken(request) : await this.sessionOf(request);
    if (!session && byToken) throw tokenNeeded(context);
    if (!session) throw new Refused('not-signed-in', 'Sign in to go on. What you typed is kept on this page.');
    const caller: SignedInCaller = {
      personId: session.person_id, name: session.person_name, email: session.person_email,
      partnershipId: session.partnership_id, sessionId: session.session_id, memberships: session.memberships,
    };
    // said before anything is refused, so that the refusal can be told in the trail
    Object.assign(request, { caller, csrfToken: session.csrf_token, sessionExpiresAt: session.expires_at, stage: session.stage } satisfies CallerRequest);
    if (!['GET', 'HEAD'].includes(request.method)) checkToken(request, session.csrf_token);
    this.checkStage(session, context);
    if (!may(caller, action)) throw new Refused('not-allowed', 'Your role does not include this. Ask the business unit if you need it.');
    return true;
  }

  private checkStage({ stage, proved_at: provedAt }: SessionRow, context: ExecutionContext): void {
    const handler = context.getHandler();
    if (stage !== 'full' && !this.reflector.get<Stage[] | undefined>(EARLY_STAGES, handler)?.includes(stage)) {
      throw new Refused('second-factor-needed', stage === 'enrolment' ? 'Set up your second factor to go on.' : 'Enter the code of your authenticator app to go on.');
    }
    if (this.reflector.get<boolean>(FRESH, handler) && this.clock.now().getTime() - provedAt.getTime() > FRESH_MINUTES * 60_000) {
      throw new Refused('proof-needed', 'Confirm that it is you: enter your password again.');
    }
  }

  private async sessionOf(request: Request): Promise<SessionRow | undefined> {
    const token = tokenFrom(request, this.settings);
    if (!token) return undefined;
    const [row] = await this.database.withoutCaller<SessionRow>(SESSION_OF, [hashOf(token), IDLE_MINUTES, this.settings.demo]);
    return row;
  }

  /** As if somebody had signed in for this one request. Not fresh, so that nothing that asks for proof could ever be done by it. */
  private async sessionOfToken(request: Request): Promise<SessionRow | undefined> {
    const token = accessTokenIn(request);
    if (!token) return undefined;
    const [row] = await this.database.withoutCaller<TokenRow>(TOKEN_OF, [hashOf(token), this.clock.now(), this.settings.demo]);
    return row && { ...row, session_id: row.token_id, csrf_token: '', expires_at: new Date(0), stage: 'full', proved_at: new Date(0) };
  }
}

/** As a Bearer token, or as the password of Basic authentication, which spreadsheet programs know: any user name will do. */
function accessTokenIn(request: Request): string | null {
  const [scheme = '', given = ''] = (request.headers.authorization ?? '').split(' ');
  if (/^bearer$/i.test(scheme)) return given || null;
  return /^basic$/i.test(scheme) ? Buffer.from(given, 'base64').toString('utf8').split(':').slice(1).join(':') || null : null;
}

function tokenNeeded(context: ExecutionContext): Refused {
  context.switchToHttp().getResponse<Response>().setHeader('WWW-Authenticate', 'Basic realm="Attest", charset="UTF-8"');
  return new Refused('not-signed-in', 'Send an access token that is still good, as the password or as a Bearer token. You make one on the page of your access tokens.');
}

function checkToken(request: Request, expected: string): void {
  const given = Buffer.from(request.headers['x-csrf-token']?.toString() ?? '');
  const wanted = Buffer.from(expected);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw new Refused('csrf-token-wrong', 'Send the token that GET /api/session answers in the X-CSRF-Token header.');
  }
}
