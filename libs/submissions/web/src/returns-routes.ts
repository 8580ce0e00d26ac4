import { inject } from '@angular/core';
import type { ResolveFn, Routes } from '@angular/router';
import { CurrentReturn } from './current-return';
import { Presence } from './sharing/presence';
import { Sharing } from './sharing/sharing';

const openReturn: ResolveFn<true> = ({ params }) => {
  inject(CurrentReturn).open(params['id']);
  return true;
};

export const returnsRoutes: Routes = [
  { path: '', title: 'My returns', loadComponent: () => import('./list/returns-page').then((file) => file.ReturnsPage) },
  { path: ':id/rating', title: 'Why this level', loadComponent: () => import('./ratings/rating-page').then((file) => file.RatingPage) },
  { path: ':id/ratings/:section', title: 'Why this level', loadComponent: () => import('./ratings/rating-page').then((file) => file.RatingPage) },
  {
    path: ':id',
    providers: [Sharing, Presence],
    resolve: { opened: openReturn },
    children: [
      { path: '', title: 'Return', loadComponent: () => import('./tasks/tasks-page').then((file) => file.TasksPage) },
      { path: 'questions/:questionId', title: 'Question', loadComponent: () => import('./question/question-page').then((file) => file.QuestionPage) },
      { path: 'questions/:questionId/history', title: 'History', loadComponent: () => import('./history/history-page').then((file) => file.HistoryPage) },
      { path: 'sections/:sectionKey', title: 'Section', loadComponent: () => import('./section/section-page').then((file) => file.SectionPage) },
      { path: 'changed', title: 'The questions have changed', loadComponent: () => import('./carried/changed-page').then((file) => file.ChangedPage) },
      { path: 'guests', title: 'Guests', loadComponent: () => import('./guests/guests-page').then((file) => file.GuestsPage) },
      { path: 'check', title: 'Check before you submit', loadComponent: () => import('./check/check-page').then((file) => file.CheckPage) },
      { path: 'print', title: 'Blank form', loadComponent: () => import('./print/print-page').then((file) => file.PrintPage) },
      { path: 'sign', title: 'Check before you sign', loadComponent: () => import('./signing/sign-page').then((file) => file.SignPage) },
      { path: 'receipt', title: 'Receipt', loadComponent: () => import('./receipt/receipt-page').then((file) => file.ReceiptPage) },
    ],
  },
];

/** The library of one's organisation. */
export const evidenceRoutes: Routes = [
  { path: '', title: 'Evidence', loadComponent: () => import('./evidence/library-page').then((file) => file.LibraryPage) },
  { path: ':id', title: 'Evidence', loadComponent: () => import('./evidence/piece-page').then((file) => file.PiecePage) },
];
