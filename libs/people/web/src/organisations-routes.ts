import type { Routes } from '@angular/router';
import { can } from '@attest/shared/web';

export const organisationsRoutes: Routes = [
  { path: '', title: 'Organisations', loadComponent: () => import('./organisations-page').then((file) => file.OrganisationsPage) },
  {
    path: 'import', title: 'Import from the school register', canActivate: [can('register.import')],
    loadComponent: () => import('./import-page').then((file) => file.ImportPage),
  },
  { path: ':id', title: 'Organisation', loadComponent: () => import('./organisation-page').then((file) => file.OrganisationPage) },
];
