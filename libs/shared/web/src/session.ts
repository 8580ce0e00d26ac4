import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Action } from '@attest/domain/access';
import type { AuthenticatorConfirmed, NamedView, Proof, SessionView, SignIn } from '@attest/shared/client';

const ADDRESS = '/api/session';

/** Who is signed in. The one place in the browser that knows. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly location = inject(DOCUMENT).location;
  /** Tells the other tabs who signed in or out: they share the cookie, so they must not go on as somebody else. */
  private readonly tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('attest-session');
  private reading: Promise<SessionView | null> | null = null;
  private waiting: (() => void)[] = [];
  private readonly askedFirst = new Set<() => Promise<boolean>>();

  private readonly known = signal<SessionView | null>(null);
  private readonly half = signal<SessionView | null>(null);
  private readonly ended = signal(false);
  private readonly doubted = signal(false);
  private provings: ((proved: boolean) => void)[] = [];
  private readonly left = signal(false);
  private readonly chosen = signal<string | null>(null);

  readonly current = this.known.asReadonly();
  /** Somebody whose password was right, and who owes a second factor or has to set one up. */
  readonly halfway = this.half.asReadonly();
  /** True while something was asked for that needs a fresh proof: a dialog asks for it over the page. */
  readonly unproved = this.doubted.asReadonly();
  /** When the API last answered anything: from then on the minutes without a request are counted. */
  lastAnswered = Date.now();

  /** True while a page is open whose session has ended: the page stays, and a dialog asks to sign in again. */
  readonly expired = this.ended.asReadonly();

  /** True from signing out until the page is gone: there is nobody left to save anything for. */
  readonly signedOut = this.left.asReadonly();

  readonly organisations = computed(() => organisationsOf(this.known()));
  /** The organisation chosen in the top bar, or the only one; null stands for all of them. */
  readonly organisation = computed<NamedView | null>(() => {
    const all = this.organisations();
    return all.length === 1 ? all[0]! : all.find(({ id }) => id === this.chosen()) ?? null;
  });

  constructor() {
    this.tabs?.addEventListener('message', ({ data: personId }: MessageEvent<string | null>) => this.heard(personId));
  }

  can(action: Action): boolean {
    return this.known()?.permissions.includes(action) ?? false;
  }

  choose(organisationId: string | null): void {
    this.chosen.set(organisationId);
  }

  /** Asks the API once; null when nobody is signed in. */
  load(): Promise<SessionView | null> {
    return (this.reading ??= this.read().catch((error: unknown) => {
      this.reading = null;
      throw error;
    }));
  }

  /** The token of whoever is signed in, also half. */
  get csrfToken(): string | undefined {
    return (this.half() ?? this.known())?.csrfToken;
  }

  async signIn(credentials: SignIn): Promise<void> {
    this.arrived(await firstValueFrom(this.http.post<SessionView>(ADDRESS, credentials)));
  }

  /** With the code of the app, or a recovery code. */
  async finish(code: string): Promise<void> {
    this.arrived(await firstValueFrom(this.http.post<SessionView>(`${ADDRESS}/second-factor`, { code })));
  }

  /** Sets up the app whose code this is, which finishes the signing in of whoever had none; answers the recovery codes. */
  async confirmAuthenticator(code: string): Promise<readonly string[]> {
    const { recoveryCodes, session } = await firstValueFrom(this.http.post<AuthenticatorConfirmed>(`${ADDRESS}/authenticator/confirm`, { code }));
    this.arrived(session);
    return recoveryCodes;
  }

  /** Whatever way somebody came in, and however far. */
  arrived(view: SessionView): void {
    const before = this.known()?.person.id;
    if (view.stage !== 'full') return this.half.set(view);
    this.tabs?.postMessage(view.person.id);
    // a page drawn for one person is never handed to another
    if (before && before !== view.person.id) return this.location.assign('/');
    this.take(view);
  }

  /** Starts again with the password. */
  startOver(): void {
    this.half.set(null);
  }

  /** Everything on the page is of one partnership, so another one begins at its home page. */
  async switchTo(partnershipId: string): Promise<void> {
    for (const mayGo of this.askedFirst) if (!(await mayGo())) return;
    await firstValueFrom(this.http.put<SessionView>(`${ADDRESS}/partnership`, { partnershipId }));
    this.location.assign('/');
  }

  /** Asks over the page for a fresh proof of who this is; false when they would rather not. */
  proved(): Promise<boolean> {
    this.doubted.set(true);
    return new Promise((done) => this.provings.push(done));
  }

  async prove(proof: Proof): Promise<void> {
    this.take(await firstValueFrom(this.http.post<SessionView>(`${ADDRESS}/proof`, proof)));
    this.settleProof(true);
  }

  settleProof(proved: boolean): void {
    this.doubted.set(false);
    for (const done of this.provings.splice(0)) done(proved);
  }

  /** The minutes without a request are over, and nobody pressed a key: nothing is lost, and a dialog asks to come back. */
  end(): void {
    this.ended.set(true);
  }

  /** What the API says of the session after a change of it, such as of one's name. */
  take(view: SessionView): void {
    this.known.set(view);
    this.half.set(null);
    this.reading = Promise.resolve(view);
    this.ended.set(false);
    for (const done of this.waiting.splice(0)) done();
  }

  /** Whoever holds what is not saved yet is asked first: false stays signed in. Gives back how to stop being asked. */
  beforeSigningOut(mayGo: () => Promise<boolean>): () => void {
    this.askedFirst.add(mayGo);
    return () => this.askedFirst.delete(mayGo);
  }

  /** Leaves the page altogether, so that nothing of it stays in memory for the next person. */
  async signOut(): Promise<void> {
    for (const mayGo of this.askedFirst) if (!(await mayGo())) return;
    await firstValueFrom(this.http.delete(ADDRESS)).catch((error: unknown) => {
      if (!(error instanceof HttpErrorResponse && error.status === 401)) throw error;
    });
    this.left.set(true);
    this.tabs?.postMessage(null);
    this.location.assign('/sign-in');
  }

  /** The API no longer knows us: keep the page, and answer once the same person is back. */
  signedInAgain(): Promise<void> {
    this.ended.set(true);
    return new Promise((done) => this.waiting.push(done));
  }

  /** Reads the session anew, such as after another tab renewed it. False when it is not the same person's any more. */
  async renewed(): Promise<boolean> {
    const before = this.known()?.person.id;
    const view = await firstValueFrom(this.http.get<SessionView>(ADDRESS));
    if (view.person.id !== before || view.stage !== 'full') return false;
    this.take(view);
    return true;
  }

  private async read(): Promise<SessionView | null> {
    try {
      const view = await firstValueFrom(this.http.get<SessionView>(ADDRESS));
      if (view.stage === 'full') this.take(view);
      else this.half.set(view);
      return this.known();
    } catch (error) {
      if (error instanceof HttpErrorResponse && error.status === 401) return null;
      throw error;
    }
  }

  private async heard(personId: string | null): Promise<void> {
    const mine = this.known()?.person.id;
    if (!mine) return;
    if (personId === null) return void this.ended.set(true);
    if (personId !== mine) return this.location.assign('/');
    await this.renewed();
  }
}

function organisationsOf(view: SessionView | null): NamedView[] {
  const all = (view?.memberships ?? []).flatMap(({ organisation }) => organisation ?? []);
  return [...new Map(all.map((each) => [each.id, each])).values()];
}
