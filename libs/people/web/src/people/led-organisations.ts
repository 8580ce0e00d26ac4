import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { Session } from '@attest/shared/web';

/** The organisations the person who is signed in is the lead of. */
export const ledOrganisations = (session: Session) =>
  (session.current()?.memberships ?? []).flatMap(({ role, organisation }) => (role === 'lead' && organisation ? [organisation] : []));

/** Whoever leads one organisation goes to its people at once. */
export const toTheOnlyOne: CanActivateFn = () => {
  const [one, ...others] = ledOrganisations(inject(Session));
  return one && others.length === 0 ? inject(Router).createUrlTree(['/organisations', one.id, 'people']) : true;
};
