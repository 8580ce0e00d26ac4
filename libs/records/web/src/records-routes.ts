import type { Routes } from '@angular/router';

export const recordsRoutes: Routes = [
  { path: '', title: 'Records and privacy', loadComponent: () => import('./records-page').then((file) => file.RecordsPage) },
  { path: 'periods', title: 'How long things are kept', loadComponent: () => import('./retention/periods-page').then((file) => file.PeriodsPage) },
  { path: 'holds', title: 'Holds', loadComponent: () => import('./retention/holds-page').then((file) => file.HoldsPage) },
  { path: 'disposal', title: 'Disposal', loadComponent: () => import('./retention/disposal-page').then((file) => file.DisposalPage) },
  { path: 'exports', title: 'Copies of everything', loadComponent: () => import('./exports-page').then((file) => file.ExportsPage) },
  { path: 'erasures', title: 'Requests to be forgotten', loadComponent: () => import('./erasing/erasures-page').then((file) => file.ErasuresPage) },
  { path: 'erasures/:id', title: 'Request to be forgotten', loadComponent: () => import('./erasing/erasure-page').then((file) => file.ErasurePage) },
  { path: 'map', title: 'Data map', loadComponent: () => import('./map-page').then((file) => file.MapPage) },
];

/** For everybody, signed in or not. */
export const privacyRoutes: Routes = [
  { path: '', title: 'Privacy', loadComponent: () => import('./privacy-page').then((file) => file.PrivacyPage) },
];
