import type { Routes } from '@angular/router';

export const publishedRoutes: Routes = [
  { path: '', title: 'Published figures', loadComponent: () => import('./published-rounds-page').then((file) => file.PublishedRoundsPage) },
  { path: ':roundId', title: 'How everyone did', loadComponent: () => import('./published-page').then((file) => file.PublishedPage) },
];
