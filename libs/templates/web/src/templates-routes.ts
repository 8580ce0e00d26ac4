import { inject } from '@angular/core';
import type { ResolveFn, Routes } from '@angular/router';
import { can } from '@attest/shared/web';
import { Checks } from './draft/checks';
import { CurrentDraft } from './draft/current-draft';

const openDraft: ResolveFn<true> = ({ params }) => {
  inject(CurrentDraft).open(params['id']);
  return true;
};

const printPage = () => import('./print/print-page').then((file) => file.PrintPage);

export const templatesRoutes: Routes = [
  { path: '', title: 'Templates', canActivate: [can('template.write')], loadComponent: () => import('./list/templates-page').then((file) => file.TemplatesPage) },
  { path: 'new', title: 'Start a template', canActivate: [can('template.write')], loadComponent: () => import('./list/start-page').then((file) => file.StartPage) },
  { path: 'import', title: 'Import a workbook', canActivate: [can('template.write')], loadComponent: () => import('./import/import-page').then((file) => file.ImportPage) },
  { path: 'imports/:id', title: 'Imported workbook', canActivate: [can('template.write')], loadComponent: () => import('./import/imported-page').then((file) => file.ImportedPage) },
  { path: 'versions/:id/changes', title: 'What changed', loadComponent: () => import('./changes/changes-page').then((file) => file.ChangesPage) },
  { path: 'versions/:id/print', title: 'Blank form', data: { kind: 'versions' }, loadComponent: printPage },
  { path: 'drafts/:id/print', title: 'Blank form', data: { kind: 'drafts' }, canActivate: [can('template.write')], loadComponent: printPage },
  {
    // one reading and one queue of edits for all pages of a draft; the queue goes on when they are left
    path: 'drafts/:id',
    canActivate: [can('template.write')],
    providers: [CurrentDraft, Checks],
    resolve: { opened: openDraft },
    children: [
      { path: '', title: 'Draft', loadComponent: () => import('./editor/editor-page').then((file) => file.EditorPage) },
      { path: 'lineage', title: 'Against the edition before', loadComponent: () => import('./lineage/lineage-page').then((file) => file.LineagePage) },
      { path: 'preview', title: 'Preview', loadComponent: () => import('./preview/preview-page').then((file) => file.PreviewPage) },
      { path: 'publish', title: 'Publish', loadComponent: () => import('./publish/publish-page').then((file) => file.PublishPage) },
    ],
  },
];
