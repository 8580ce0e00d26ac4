import type { Routes } from '@angular/router';
import { toTheOnlyOne } from './led-organisations';

/** For leads: the people of their own organisation. */
export const ownPeopleRoutes: Routes = [
  { path: '', title: 'People', canActivate: [toTheOnlyOne], loadComponent: () => import('./own-people-page').then((file) => file.OwnPeoplePage) },
];

export const peopleRoutes: Routes = [
  { path: '', title: 'People', loadComponent: () => import('./people-page').then((file) => file.PeoplePage) },
  { path: 'invitations', title: 'Invitations', loadComponent: () => import('./invitations-page').then((file) => file.InvitationsPage) },
  { path: 'without-lead', title: 'No lead yet', loadComponent: () => import('./without-lead-page').then((file) => file.WithoutLeadPage) },
  { path: 'invite', title: 'Invite somebody', loadComponent: () => import('./invite-page').then((file) => file.InvitePage) },
  { path: 'invite-many', title: 'Invite many', loadComponent: () => import('./invite-many-page').then((file) => file.InviteManyPage) },
];
