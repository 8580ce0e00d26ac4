import type { Routes } from '@angular/router';

export const findingsRoutes: Routes = [
  { path: '', title: 'Findings', loadComponent: () => import('./findings-rounds-page').then((file) => file.FindingsRoundsPage) },
  { path: ':roundId', title: 'Findings', loadComponent: () => import('./findings-page').then((file) => file.FindingsPage) },
];
