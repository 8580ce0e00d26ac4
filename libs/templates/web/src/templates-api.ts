import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Edit } from '@attest/domain/authoring';
import type { Template } from '@attest/domain/questionnaire';
import type { ChangesView, DraftStep, DraftView, EditionView, ImportedWorkbook, LibraryEntry, VersionSummary, VersionView } from '@attest/shared/client';

export type Draft = Omit<DraftView, 'template'> & { readonly template: Template };

/** How a draft begins: from what the program brings along, from an edition, or from nothing. */
export type Beginning =
  | { readonly from: 'library'; readonly code: string }
  | { readonly from: 'version'; readonly versionId: string }
  | { readonly from: 'nothing'; readonly title: string; readonly edition: string; readonly audience: Template['audience'] };

const ways = { library: 'from-library', version: 'from-version', nothing: 'blank' } as const;

/** What this feature asks of the API. */
@Injectable({ providedIn: 'root' })
export class TemplatesApi {
  private readonly http = inject(HttpClient);

  versions() {
    return httpResource<VersionSummary[]>(() => '/api/templates/versions');
  }

  library() {
    return httpResource<LibraryEntry[]>(() => '/api/templates/library');
  }

  draft(id: Signal<string | null>) {
    return httpResource<Draft>(() => (id() ? `/api/templates/drafts/${id()}` : undefined));
  }

  version(id: Signal<string | undefined>) {
    return httpResource<VersionView>(() => (id() ? `/api/templates/versions/${id()}` : undefined));
  }

  changes(id: Signal<string>) {
    return httpResource<ChangesView>(() => `/api/templates/versions/${id()}/changes`);
  }

  start({ from, ...what }: Beginning): Promise<Draft> {
    return this.send(`drafts/${ways[from]}`, what);
  }

  edit(id: string, revision: number, edits: readonly Edit[]): Promise<DraftStep> {
    return this.send(`drafts/${id}/edits`, { revision, edits });
  }

  takeBack(id: string, revision: number, which: 'undo' | 'redo'): Promise<DraftStep> {
    return this.send(`drafts/${id}/${which}`, { revision });
  }

  publish(id: string, revision: number): Promise<EditionView> {
    return this.send(`drafts/${id}/publish`, { revision });
  }

  async discard(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/templates/drafts/${id}`));
  }

  restore(id: string): Promise<Draft> {
    return this.send(`drafts/${id}/restore`, null);
  }

  move(id: string, move: 'retire' | 'reinstate'): Promise<VersionSummary> {
    return this.send(`versions/${id}/${move}`, null);
  }

  workbook(id: Signal<string>) {
    return httpResource<ImportedWorkbook>(() => `/api/templates/imports/${id()}`);
  }

  /** `against` is the draft or the edition it is held against; empty where the workbook says so itself. */
  upload(file: File, against: string): Promise<ImportedWorkbook> {
    const form = new FormData();
    form.append('file', file);
    return this.send(`imports${against && `?templateVersionId=${encodeURIComponent(against)}`}`, form);
  }

  leaveOut(id: string, rows: readonly string[]): Promise<ImportedWorkbook> {
    return firstValueFrom(this.http.put<ImportedWorkbook>(`/api/templates/imports/${id}/skipped`, { rows }));
  }

  makeDraft(id: string, reasons: readonly { readonly key: string; readonly note: string }[]): Promise<ImportedWorkbook> {
    return this.send(`imports/${id}/apply`, { reasons });
  }

  private send<T>(path: string, body: unknown): Promise<T> {
    return firstValueFrom(this.http.post<T>(`/api/templates/${path}`, body));
  }
}
