import type { Routes } from '@angular/router';

export const accountRoutes: Routes = [
  { path: '', title: 'Your account', loadComponent: () => import('./account-page').then((file) => file.AccountPage) },
];
