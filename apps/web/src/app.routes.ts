import type { Routes } from '@angular/router';
import { can, recognised, signedIn } from '@attest/shared/web';

const notFound = () => import('./pages/not-found-page').then((file) => file.NotFoundPage);

/** The site map. Each feature's own routes name its pages. */
export const routes: Routes = [
  { path: 'sign-in/problem', title: 'Not signed in', loadComponent: () => import('./pages/sign-in/provider-problem-page').then((file) => file.ProviderProblemPage) },
  { path: 'sign-in', pathMatch: 'full', title: 'Sign in', canActivate: [recognised], loadComponent: () => import('./pages/sign-in/sign-in-page').then((file) => file.SignInPage) },
  { path: 'set-up', title: 'Set up', loadComponent: () => import('./pages/set-up-page').then((file) => file.SetUpPage) },
  { path: 'forgotten-password', title: 'Forgotten password', loadComponent: () => import('./pages/sign-in/forgotten-password-page').then((file) => file.ForgottenPasswordPage) },
  { path: 'reset-password/:token', title: 'New password', loadComponent: () => import('./pages/sign-in/reset-password-page').then((file) => file.ResetPasswordPage) },
  { path: 'help', title: 'Help', canActivate: [recognised], loadComponent: () => import('./pages/help-page').then((file) => file.HelpPage) },
  // outbox, outbox/:id: in a demonstration for everybody, elsewhere what became of each message
  { path: 'outbox', canActivate: [recognised], loadChildren: () => import('@attest/mail/web').then((face) => face.mailRoutes) },
  // invitation/:token, for anybody who holds a link
  { path: 'invitation', canActivate: [recognised], loadChildren: () => import('@attest/people/web').then((face) => face.invitationRoutes) },
  // guest, for anybody who holds a guest link
  { path: 'guest', canActivate: [recognised], loadChildren: () => import('@attest/submissions/web').then((face) => face.guestRoutes) },
  // verify, for anybody who was given a receipt
  { path: 'verify', canActivate: [recognised], loadChildren: () => import('@attest/submissions/web').then((face) => face.verifyRoutes) },
  { path: 'privacy', canActivate: [recognised], loadChildren: () => import('@attest/records/web').then((face) => face.privacyRoutes) },
  {
    path: '',
    canActivate: [signedIn],
    children: [
      { path: '', pathMatch: 'full', title: 'Home', loadComponent: () => import('./pages/home/home-page').then((file) => file.HomePage) },
      { path: 'returns/:id/plan', title: 'Action plan', canActivate: [can('action.read')], loadComponent: () => import('@attest/actions/web').then((face) => face.loadPlanPage()) },
      // actions, actions/ageing, actions/:id
      { path: 'actions', canActivate: [can('action.read')], loadChildren: () => import('@attest/actions/web').then((face) => face.actionsRoutes) },
      // returns, returns/:id, returns/:id/questions/:questionId, returns/:id/sections/:sectionKey, returns/:id/changed, returns/:id/guests, returns/:id/check, returns/:id/sign, returns/:id/receipt, returns/:id/print, returns/:id/rating, returns/:id/ratings/:section
      { path: 'returns', canActivate: [can('submission.read')], loadChildren: () => import('@attest/submissions/web').then((face) => face.returnsRoutes) },
      // evidence, evidence/:id
      { path: 'evidence', canActivate: [can('submission.read')], loadChildren: () => import('@attest/submissions/web').then((face) => face.evidenceRoutes) },
      // printed on forms: r/:code, r/:code/:section
      { path: 'r', canActivate: [can('submission.read')], loadChildren: () => import('@attest/submissions/web').then((face) => face.shortLinkRoutes) },
      { path: 'account/tokens', title: 'Access tokens', canActivate: [can('export.create')], loadComponent: () => import('@attest/exports/web').then((face) => face.loadTokensPage()) },
      { path: 'account', loadChildren: () => import('@attest/people/web').then((face) => face.accountRoutes) },
      // organisations, organisations/import, organisations/new-agency, organisations/:id, organisations/:id/people
      { path: 'organisations', canActivate: [can('organisation.read')], loadChildren: () => import('@attest/people/web').then((face) => face.organisationsRoutes) },
      { path: 'our-people', canActivate: [can('lead.hand-over')], loadChildren: () => import('@attest/people/web').then((face) => face.ownPeopleRoutes) },
      // people, people/invitations, people/without-lead, people/invite, people/invite-many
      { path: 'people', canActivate: [can('people.list')], loadChildren: () => import('@attest/people/web').then((face) => face.peopleRoutes) },
      { path: 'reopenings', canActivate: [can('submission.reopen')], loadChildren: () => import('@attest/submissions/web').then((face) => face.reopeningsRoutes) },
      // rounds, rounds/new, rounds/:id, rounds/:id/carry-over, rounds/:id/recalculation
      { path: 'rounds', canActivate: [can('round.manage')], loadChildren: () => import('@attest/rounds/web').then((face) => face.roundsRoutes) },
      // templates, templates/new, templates/drafts/:id (and lineage, preview, publish), templates/versions/:id/changes
      { path: 'templates', canActivate: [can('template.read')], loadChildren: () => import('@attest/templates/web').then((face) => face.templatesRoutes) },
      // published, published/:roundId: for those who took part
      { path: 'published', canActivate: [can('release.read')], loadChildren: () => import('@attest/insight/web').then((face) => face.publishedRoutes) },
      // compare, compare/definitions, compare/smallest-group, compare/:roundId, compare/:roundId/publish, compare/:roundId/standards/:standard, compare/:roundId/questions/:questionId
      { path: 'compare', canActivate: [can('insight.read')], loadChildren: () => import('@attest/insight/web').then((face) => face.compareRoutes) },
      // findings, findings/themes, findings/good-practice, findings/:roundId
      { path: 'findings', canActivate: [can('insight.read')], loadChildren: () => import('@attest/insight/web').then((face) => face.findingsRoutes) },
      // trends, trends/:roundId
      { path: 'trends', canActivate: [can('insight.read')], loadChildren: () => import('@attest/insight/web').then((face) => face.trendsRoutes) },
      { path: 'exports', canActivate: [can('export.create')], loadChildren: () => import('@attest/exports/web').then((face) => face.exportsRoutes) },
      { path: 'settings/word-template', title: 'Word template', canActivate: [can('word-template.manage')], loadComponent: () => import('@attest/exports/web').then((face) => face.loadWordTemplatePage()) },
      { path: 'settings', title: 'Settings', loadComponent: () => import('./pages/settings-page').then((file) => file.SettingsPage) },
      { path: 'trail', canActivate: [can('trail.read')], loadChildren: () => import('@attest/trail/web').then((face) => face.trailRoutes) },
      // records, records/periods, records/holds, records/disposal, records/exports, records/erasures, records/erasures/:id, records/map
      { path: 'records', canActivate: [can('records.manage')], loadChildren: () => import('@attest/records/web').then((face) => face.recordsRoutes) },
    ],
  },
  { path: 'unavailable', title: 'Attest cannot be reached', loadComponent: () => import('./pages/unavailable-page').then((file) => file.UnavailablePage) },
  { path: 'not-found', title: 'Page not found', canActivate: [recognised], loadComponent: notFound },
  { path: '**', title: 'Page not found', canActivate: [recognised], loadComponent: notFound },
];
