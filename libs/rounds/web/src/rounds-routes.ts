import type { Routes } from '@angular/router';

const page = () => import('./placeholder-page').then((file) => file.PlaceholderPage);

export const roundsRoutes: Routes = [
  { path: '', title: 'Rounds', loadComponent: page },
  { path: 'new', title: 'New round', loadComponent: page },
  { path: ':id', title: 'Round', loadComponent: page },
];
