import type { Routes } from '@angular/router';
import { can } from '@attest/shared/web';

export const findingsRoutes: Routes = [
  { path: '', title: 'Findings', loadComponent: () => import('./findings-rounds-page').then((file) => file.FindingsRoundsPage) },
  { path: 'themes', title: 'Themes', canActivate: [can('insight.words')], loadComponent: () => import('../themes/themes-page').then((file) => file.ThemesPage) },
  { path: 'good-practice', title: 'Good practice', canActivate: [can('insight.words')], loadComponent: () => import('../themes/practice-page').then((file) => file.PracticePage) },
  { path: ':roundId', title: 'Findings', loadComponent: () => import('./findings-page').then((file) => file.FindingsPage) },
];
