import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '@attest/shared/ui';
import { Page, watching } from '@attest/shared/web';
import { ExportForm } from './export-form';
import { ExportsApi } from './exports-api';
import { MadeExport } from './made-export';

/** Take it away: choose what and for whom, watch it being made, download it, and see who else has. */
@Component({
  selector: 'att-exports-page',
  imports: [EmptyState, ExportForm, MadeExport, Page, RouterLink],
  template: `
    <att-page heading="Exports" lead="Papers for a meeting, letters, and figures to work on. They are made in the background: you can leave this page, and are told by e-mail." [of]="rounds">
      @if (rounds.hasValue()) {
        @if (opened().length > 0) {
          <p>Excel and Power BI can read figures by themselves: <a routerLink="/account/tokens">make an access token</a>.</p>
          <att-export-form [rounds]="opened()" (asked)="asked()" />
        } @else {
          <att-empty-state heading="There is nothing to take away yet" text="Files can be made once the business unit has opened a round." />
        }
      }
      @if (made.hasValue()) {
        @if (made.value().length > 0) { <h2>Files</h2> }
        <p class="att-visually-hidden" role="status">{{ told() }}</p>
        @for (file of made.value(); track file.id) { <att-made-export [file]="file" (changed)="made.reload()" /> }
      }
    </att-page>
  `,
  styles: 'h2 { margin-top: 40px; } att-made-export { display: block; max-width: 46rem; margin-bottom: 16px; }',
})
export class ExportsPage {
  private readonly api = inject(ExportsApi);
  protected readonly rounds = this.api.rounds();
  protected readonly made = this.api.made();
  protected readonly opened = computed(() => (this.rounds.hasValue() ? this.rounds.value().filter(({ state }) => state !== 'draft') : []));
  private readonly going = computed(() => this.made.hasValue() && this.made.value().some(({ state }) => state === 'waiting' || state === 'running'));
  private readonly hasAsked = signal(false);
  protected readonly told = computed(() => (this.going() ? 'A file is being made.' : this.hasAsked() ? 'The file is made.' : ''));

  constructor() {
    watching(this.going, () => this.made.reload());
  }

  protected asked(): void {
    this.hasAsked.set(true);
    this.made.reload();
  }
}
