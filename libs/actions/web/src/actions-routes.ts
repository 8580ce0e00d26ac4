import type { Routes } from '@angular/router';
import { can } from '@attest/shared/web';

export const actionsRoutes: Routes = [
  { path: '', title: 'Actions', loadComponent: () => import('./actions-page').then((file) => file.ActionsPage) },
  { path: 'ageing', title: 'What has been done', canActivate: [can('insight.words')], loadComponent: () => import('./ageing-page').then((file) => file.AgeingPage) },
  { path: ':id', title: 'Action', loadComponent: () => import('./action-page').then((file) => file.ActionPage) },
];

/** Stands under the address of the return it belongs to. */
export const loadPlanPage = () => import('./plan-page').then((file) => file.PlanPage);

/** A part of the home page. */
export const loadHomeActions = () => import('./home-actions').then((file) => file.HomeActions);
