import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, resource } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Paper } from '@attest/domain/papers';
import type { PreviewRequest, PreviewView } from '@attest/shared/client';
import { Notice, PaperSheet } from '@attest/shared/ui';
import { faultsOf, problemOf, steady } from '@attest/shared/web';

/** Somebody who ticks three boxes is asked for once. */
const PAUSE = 400;

/** How the file begins, as it is chosen so far; drawn again with each choice. */
@Component({
  selector: 'att-export-preview',
  imports: [Notice, PaperSheet],
  template: `
    <section aria-labelledby="preview">
      <h2 id="preview">Preview</h2>
      @if (page.hasValue()) {
        <p role="status">{{ page.value().says }}.</p>
        <div class="sheet" role="region" tabindex="0" aria-label="How it begins" [class.old]="page.isLoading()">
          <h3>{{ paper()!.title }}</h3>
          <att-paper-sheet [paper]="paper()!" />
        </div>
      } @else if (why()) { <att-notice>{{ why() }}</att-notice> } @else { <p class="att-secondary" role="status">Making the first page…</p> }
    </section>
  `,
  styles: `
    h2 { margin-top: 0; }
    .sheet { max-height: 40rem; padding: 20px 24px; overflow: auto; border: 1px solid var(--att-line); background: var(--att-background); font-size: 0.875rem; }
    .sheet.old { opacity: 0.6; }
    .sheet h3 { margin: 0 0 12px; font-size: 1.25rem; }
    @media (max-width: 500px) { .sheet { padding: 12px; max-height: 28rem; } }
    @media print { :host { display: none; } }
  `,
})
export class ExportPreview {
  private readonly http = inject(HttpClient);
  readonly wanted = input.required<PreviewRequest>();

  protected readonly page = steady(resource<PreviewView, string>({
    // by its text: what is chosen again as it was is not asked for again
    params: () => JSON.stringify(this.wanted()),
    loader: async ({ params, abortSignal }) => {
      await new Promise((go) => setTimeout(go, PAUSE));
      abortSignal.throwIfAborted();
      return firstValueFrom(this.http.post<PreviewView>('/api/exports/preview', params, { headers: { 'Content-Type': 'application/json' } }));
    },
  }));
  protected readonly paper = computed(() => (this.page.hasValue() ? this.page.value().paper as unknown as Paper : null));
  /** What stands in the way is said beside its field when the file is asked for. */
  protected readonly why = computed(() => {
    const error = this.page.error();
    if (!error) return '';
    const problem = problemOf(error);
    return faultsOf(problem)[0]?.detail ?? problem.detail;
  });
}
