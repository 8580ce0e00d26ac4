import type { Routes } from '@angular/router';

export const mailRoutes: Routes = [
  { path: '', title: 'Outbox', loadComponent: () => import('./outbox-page').then((file) => file.OutboxPage) },
  { path: ':id', title: 'Message', loadComponent: () => import('./letter-page').then((file) => file.LetterPage) },
];
