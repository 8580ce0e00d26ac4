import type { Routes } from '@angular/router';
import { can } from '@attest/shared/web';

export const compareRoutes: Routes = [
  { path: '', title: 'Compare', loadComponent: () => import('./compare-rounds-page').then((file) => file.CompareRoundsPage) },
  { path: 'definitions', title: 'What the figures mean', loadComponent: () => import('./definitions-page').then((file) => file.DefinitionsPage) },
  { path: 'smallest-group', title: 'Smallest group', canActivate: [can('round.manage')], loadComponent: () => import('./published/smallest-group-page').then((file) => file.SmallestGroupPage) },
  { path: ':roundId/publish', title: 'Publish figures', canActivate: [can('round.manage')], loadComponent: () => import('./published/publish-page').then((file) => file.PublishPage) },
  { path: ':roundId', title: 'Compare a round', loadComponent: () => import('./round/compare-page').then((file) => file.ComparePage) },
  { path: ':roundId/side-by-side', title: 'Side by side', loadComponent: () => import('./side-by-side/side-by-side-page').then((file) => file.SideBySidePage) },
  { path: ':roundId/joint', title: 'Figures of the joint round', loadComponent: () => import('./joint/joint-figures-page').then((file) => file.JointFiguresPage) },
  { path: ':roundId/joint/:place', title: 'Share figures', canActivate: [can('joint-round.manage')], loadComponent: () => import('./joint/share-page').then((file) => file.SharePage) },
  { path: ':roundId/peers', title: 'Beside its peers', loadComponent: () => import('./positions/peers-page').then((file) => file.PeersPage) },
  { path: ':roundId/moderation', title: 'Self and moderated', loadComponent: () => import('./positions/moderation-page').then((file) => file.ModerationPage) },
  {
    path: ':roundId/questions', title: 'Question by question', canActivate: [can('insight.words')],
    loadComponent: () => import('./questions/questions-page').then((file) => file.QuestionsPage),
  },
  {
    path: ':roundId/standards/:standard', title: 'Standard', canActivate: [can('insight.words')],
    loadComponent: () => import('./standard/standard-page').then((file) => file.StandardPage),
  },
  {
    path: ':roundId/questions/:questionId', title: 'Question', canActivate: [can('insight.words')],
    loadComponent: () => import('./questions/question-page').then((file) => file.QuestionPage),
  },
];
