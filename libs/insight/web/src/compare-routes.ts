import type { Routes } from '@angular/router';
import { can } from '@attest/shared/web';

const page = () => import('./placeholder-page').then((file) => file.PlaceholderPage);

export const compareRoutes: Routes = [
  { path: '', title: 'Compare', loadComponent: page },
  { path: ':roundId', title: 'Compare a round', loadComponent: page },
  { path: ':roundId/standards/:standard', title: 'Standard', canActivate: [can('insight.words')], loadComponent: page },
  { path: ':roundId/questions/:questionId', title: 'Question', canActivate: [can('insight.words')], loadComponent: page },
];
