import type { Routes } from '@angular/router';
import { can } from '@attest/shared/web';

export const organisationsRoutes: Routes = [
  { path: '', title: 'Organisations', loadComponent: () => import('./organisations-page').then((file) => file.OrganisationsPage) },
  {
    path: 'import', title: 'Import from the school register', canActivate: [can('register.import')],
    loadComponent: () => import('./import-page').then((file) => file.ImportPage),
  },
  { path: 'new-agency', title: 'Add an agency', canActivate: [can('register.edit')], loadComponent: () => import('./agencies/new-agency-page').then((file) => file.NewAgencyPage) },
  { path: ':id/edit', title: 'Edit agency', canActivate: [can('register.edit')], loadComponent: () => import('./agencies/edit-agency-page').then((file) => file.EditAgencyPage) },
  { path: ':id/people', title: 'Who can see this organisation', canActivate: [can('people.manage')], loadComponent: () => import('./people/organisation-people-page').then((file) => file.OrganisationPeoplePage) },
  { path: ':id/invite', title: 'Invite a colleague', canActivate: [can('people.manage')], loadComponent: () => import('./people/invite-colleague-page').then((file) => file.InviteColleaguePage) },
  { path: ':id/hand-over', title: 'Hand over the lead', canActivate: [can('people.manage')], loadComponent: () => import('./people/hand-over-page').then((file) => file.HandOverPage) },
  { path: ':id', title: 'Organisation', loadComponent: () => import('./organisation-page').then((file) => file.OrganisationPage) },
];
