import type { Routes } from '@angular/router';

const page = () => import('./invitation-page').then((file) => file.InvitationPage);

/** With the end of a link; and without, for whoever comes back from signing in. */
export const invitationRoutes: Routes = [
  { path: '', title: 'Invitation', loadComponent: page },
  { path: ':token', title: 'Invitation', loadComponent: page },
];
