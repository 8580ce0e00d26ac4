import { HttpErrorResponse, type HttpHandlerFn, type HttpInterceptorFn, type HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, tap, throwError, type Observable } from 'rxjs';
import { problemOf } from './problem';
import { Session } from './session';

/**
 * Proves to the API that a change comes from this page, and never lets an ended session lose the page: a request that
 * came too late waits for the person to sign in again and is then sent once more, as it was.
 */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  const send = () => next(withToken(request, session));
  return send().pipe(tap(() => session.lastAnswered = Date.now()), catchError((error: unknown) => recovered(error, request, session, send)));
};

/** What a refusal of these means is for the form that sent them. */
const signingIn = /\/api\/session(\/(second-factor|proof.*|passkey.*))?$/;

function withToken<T>(request: HttpRequest<T>, session: Session): HttpRequest<T> {
  const token = session.csrfToken;
  return token && !['GET', 'HEAD'].includes(request.method) ? request.clone({ setHeaders: { 'X-CSRF-Token': token } }) : request;
}

function recovered(error: unknown, request: HttpRequest<unknown>, session: Session, send: () => ReturnType<HttpHandlerFn>): Observable<never> | ReturnType<HttpHandlerFn> {
  const about = signingIn.test(request.url);
  if (!(error instanceof HttpErrorResponse) || about || !session.current()) return throwError(() => error);
  const { code } = problemOf(error);
  if (code === 'proof-needed') return from(session.proved()).pipe(switchMap((proved) => (proved ? send() : throwError(() => error))));
  if (code === 'not-signed-in' || code === 'second-factor-needed') return from(session.signedInAgain()).pipe(switchMap(send));
  // another tab of the same person has a newer session, with a token of its own
  if (code === 'csrf-token-wrong') return from(session.renewed()).pipe(switchMap((same) => (same ? send() : throwError(() => error))));
  return throwError(() => error);
}
