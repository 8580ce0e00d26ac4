import type { Routes } from '@angular/router';

export const reopeningsRoutes: Routes = [
  { path: '', title: 'Returns to open again', loadComponent: () => import('./reopening/reopenings-page').then((file) => file.ReopeningsPage) },
];

/** For anybody who was given a receipt. */
export const verifyRoutes: Routes = [
  { path: '', title: 'Check a receipt', loadComponent: () => import('./verify/verify-page').then((file) => file.VerifyPage) },
];
