import type { Routes } from '@angular/router';

export const trailRoutes: Routes = [
  { path: '', title: 'Trail', loadComponent: () => import('./trail-page').then((file) => file.TrailPage) },
];
