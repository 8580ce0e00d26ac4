import type { Routes } from '@angular/router';

export const actionsRoutes: Routes = [
  { path: '', title: 'Actions', loadComponent: () => import('./actions-page').then((file) => file.ActionsPage) },
];
