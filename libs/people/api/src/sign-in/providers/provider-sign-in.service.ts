import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { v7 as uuid } from 'uuid';
import { Database, Refused, hashOf } from '@attest/shared/api';
import type { SessionView } from '../session.dto';
import { SessionService } from '../session.service';
import { Journeys, type Journey } from './journey';
import { localPath } from './local-path';
import { Providers, type Told } from './providers';
import { WentWrong, reasonOf, type Reason } from './went-wrong';

/** By somebody else's provider and back. Whatever happens, the browser ends on a page of ours. */
@Injectable()
export class ProviderSignInService {
  constructor(
    private readonly database: Database,
    private readonly providers: Providers,
    private readonly journeys: Journeys,
    private readonly sessions: SessionService,
  ) {}

  /** Where to send the browser that asks to sign in. */
  async begin(key: string, { then, again }: { readonly then?: string; readonly again?: string }, response: Response): Promise<string> {
    try {
      return await this.leave(key, { to: 'sign-in', then: localPath(then), again: again === 'true' }, response);
    } catch (error) {
      return problemPage(reasonOf(error, key), key);
    }
  }

  /** For a page of ours, which says itself what went wrong. */
  async beginFromPage(key: string, purpose: Journey['purpose'], response: Response): Promise<{ address: string }> {
    try {
      return { address: await this.leave(key, purpose, response) };
    } catch (error) {
      if (reasonOf(error, key) === 'unknown-provider') throw new Refused('invalid-request', 'There is no such sign-in service here.', { faults: [{ where: 'provider', detail: 'There is no such sign-in service here.' }] });
      throw new Refused('unavailable', 'That sign-in service does not answer just now. Try again in a moment.');
    }
  }

  /** Where to go from the callback. */
  async finish(key: string, request: Request, response: Response): Promise<string> {
    try {
      const journey = this.journeys.end(request, response);
      if (!journey || journey.provider !== key) throw new WentWrong('started-elsewhere', journey ? 'another provider' : 'no journey, or long ago');
      const told = await this.providers.arrive(journey, queryOf(request));
      return await this.arrived(journey, told, request, response);
    } catch (error) {
      return problemPage(reasonOf(error, key), key);
    }
  }

  private async leave(key: string, purpose: Journey['purpose'], response: Response): Promise<string> {
    const { address, journey } = await this.providers.leave(key, purpose);
    this.journeys.begin(journey, response);
    return address.href;
  }

  private arrived({ provider, purpose }: Journey, told: Told, request: Request, response: Response): Promise<string> {
    if (purpose.to === 'link') return this.link(purpose.sessionId, provider, told, request);
    if (purpose.to === 'accept') return this.accept(purpose.token, provider, told, request, response);
    return this.signIn(purpose, told, request, response);
  }

  private async signIn({ then, again }: { then: string; again: boolean }, told: Told, request: Request, response: Response): Promise<string> {
    const [known] = await this.database.withoutCaller<{ person: string | null }>('select app.person_of_identity($1, $2) as person', [told.issuer, told.subject]);
    if (!known?.person) throw new WentWrong('not-invited');
    const view = await this.enter(known.person, told, again, request, response);
    return view.stage === 'full' ? then : `/sign-in?then=${encodeURIComponent(then)}`;
  }

  private async accept(token: string, provider: string, told: Told, request: Request, response: Response): Promise<string> {
    const [row] = await this.database.withoutCaller<{ outcome: string | null; person_id: string | null }>('select * from app.accept_by_identity($1, $2, $3, $4, $5, $6, $7, $8)',
      [hashOf(token), uuid(), uuid(), told.name ?? told.label, told.issuer, told.subject, provider, told.label]);
    if (row?.outcome !== 'done') throw new WentWrong(notAccepted[row?.outcome ?? ''] ?? 'invitation-over');
    const view = await this.enter(row.person_id!, told, false, request, response);
    return view.stage === 'full' ? '/' : '/sign-in';
  }

  /** To the account of whoever began this in the same session, a moment after they proved who they are. */
  private async link(sessionId: string, provider: string, told: Told, request: Request): Promise<string> {
    const found = await this.sessions.callerOf(request);
    if (found?.stage !== 'full' || found.caller.sessionId !== sessionId) throw new WentWrong('signed-out');
    const row = await this.database.transaction(found.caller, 'write', () => this.database.one<{ outcome: string }>('select app.link_identity($1, $2, $3, $4, $5) as outcome',
      [uuid(), told.issuer, told.subject, provider, told.label]));
    if (row?.outcome !== 'linked') throw new WentWrong('linked-elsewhere', row?.outcome);
    return `/account?linked=${provider}`;
  }

  /** What the provider says of when it asked them counts as proof; that it knew them already does not. */
  private async enter(personId: string, { proven, askedAt }: Told, again: boolean, request: Request, response: Response): Promise<SessionView> {
    try {
      return await this.sessions.start({ personId, way: 'provider', proven, provedAt: again ? undefined : askedAt ?? LONG_AGO }, request, response);
    } catch (error) {
      if (error instanceof Refused && error.code === 'not-allowed') throw new WentWrong('no-role');
      throw error;
    }
  }
}

const LONG_AGO = new Date(0);

const notAccepted: Readonly<Record<string, Reason>> = { 'another-person': 'another-person', 'has-account': 'has-account', 'linked-elsewhere': 'linked-elsewhere' };

const queryOf = ({ originalUrl }: Request) => (originalUrl.includes('?') ? originalUrl.slice(originalUrl.indexOf('?')) : '');

const problemPage = (reason: Reason, key: string) => `/sign-in/problem?why=${reason}&by=${encodeURIComponent(key)}`;
