import type { Routes } from '@angular/router';

export const exportsRoutes: Routes = [
  { path: '', title: 'Exports', loadComponent: () => import('./exports-page').then((file) => file.ExportsPage) },
];

export const loadTokensPage = () => import('./tokens-page').then((file) => file.TokensPage);
export const loadWordTemplatePage = () => import('./word-template-page').then((file) => file.WordTemplatePage);
