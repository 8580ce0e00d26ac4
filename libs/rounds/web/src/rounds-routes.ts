import type { Routes } from '@angular/router';
import { can } from '@attest/shared/web';

export const roundsRoutes: Routes = [
  { path: '', title: 'Rounds', loadComponent: () => import('./rounds-page').then((file) => file.RoundsPage) },
  { path: 'new', title: 'New round', loadComponent: () => import('./new-round-page').then((file) => file.NewRoundPage) },
  { path: 'joint', title: 'Joint rounds', canActivate: [can('joint-round.manage')], loadComponent: () => import('./joint/joint-rounds-page').then((file) => file.JointRoundsPage) },
  { path: 'joint/:jointId', title: 'Joint round', canActivate: [can('joint-round.manage')], loadComponent: () => import('./joint/joint-round-page').then((file) => file.JointRoundPage) },
  { path: ':id/carry-over', title: 'Take over a newer version', loadComponent: () => import('./carry/carry-page').then((file) => file.CarryPage) },
  { path: ':id', title: 'Round', loadComponent: () => import('./round-page').then((file) => file.RoundPage) },
  { path: ':id/recalculation', title: 'Recalculate ratings', canActivate: [can('rating.recalculate')], loadComponent: () => import('./recalculation/recalculation-page').then((file) => file.RecalculationPage) },
];
