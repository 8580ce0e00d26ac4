import type { Routes } from '@angular/router';

export const trendsRoutes: Routes = [
  { path: '', title: 'Trends', loadComponent: () => import('./trends-page').then((file) => file.TrendsPage) },
  { path: ':roundId', title: 'Trend', loadComponent: () => import('./trend-page').then((file) => file.TrendPage) },
];
