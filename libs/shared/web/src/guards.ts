import { inject } from '@angular/core';
import { RedirectCommand, Router, type CanActivateFn } from '@angular/router';
import type { Action } from '@attest/domain/access';
import { Session } from './session';

/** Somebody must be signed in; after signing in they come back to the page they asked for. */
export const signedIn: CanActivateFn = async (_, { url }) => {
  const [session, router] = [inject(Session), inject(Router)];
  try {
    if (await session.load()) return true;
  } catch {
    return new RedirectCommand(router.parseUrl('/unavailable'), { browserUrl: url });
  }
  return router.createUrlTree(['/sign-in'], { queryParams: url === '/' ? {} : { then: url } });
};

/** For pages open to all: whoever is signed in keeps their menu. */
export const recognised: CanActivateFn = () => inject(Session).load().then(() => true, () => true);

/**
 * Inside `signedIn`: what a role does not include looks like a page that is not there. This is courtesy to the person;
 * the API decides for itself.
 */
export const can = (action: Action): CanActivateFn => (_, { url }) =>
  inject(Session).can(action) || new RedirectCommand(inject(Router).parseUrl('/not-found'), { browserUrl: url });
