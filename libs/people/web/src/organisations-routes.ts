import type { Routes } from '@angular/router';
import { can } from '@attest/shared/web';

const page = () => import('./placeholder-page').then((file) => file.PlaceholderPage);

export const organisationsRoutes: Routes = [
  { path: '', title: 'Organisations', loadComponent: page },
  { path: 'import', title: 'Update from the register of schools', canActivate: [can('register.import')], loadComponent: page },
];
