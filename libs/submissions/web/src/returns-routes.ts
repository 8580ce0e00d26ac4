import type { Routes } from '@angular/router';

const page = () => import('./placeholder-page').then((file) => file.PlaceholderPage);

export const returnsRoutes: Routes = [
  { path: '', title: 'My returns', loadComponent: page },
  { path: ':id', title: 'Return', loadComponent: page },
  { path: ':id/questions/:questionId', title: 'Question', loadComponent: page },
  { path: ':id/check', title: 'Check before you submit', loadComponent: page },
  { path: ':id/receipt', title: 'Receipt', loadComponent: page },
];
