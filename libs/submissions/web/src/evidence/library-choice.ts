import { Component, computed, inject, input, output } from '@angular/core';
import { Reading, factsOf } from '@attest/shared/web';
import type { EvidenceView } from '@attest/shared/client';
import { EvidenceApi } from './evidence-api';

/** What the organisation has already, to be shown for this answer too. */
@Component({
  selector: 'att-library-choice',
  imports: [Reading],
  template: `
    <fieldset>
      <legend>From the library</legend>
      <att-reading [of]="library" />
      @for (piece of choices(); track piece.id) {
        <div class="piece">
          <span><span class="name">{{ piece.title }}</span> <span class="att-secondary">{{ facts(piece) }}</span></span>
          <button type="button" class="att-button att-button--small" (click)="chosen.emit(piece)">Use<span class="att-visually-hidden"> {{ piece.title }}</span></button>
        </div>
      } @empty {
        @if (library.hasValue()) { <p>{{ library.value().length > 0 ? 'Everything in the library stands beside this answer already.' : 'The library is empty. What you add to an answer is kept there and can be used for other answers, this year and later.' }}</p> }
      }
      <button type="button" class="att-button att-button--quiet att-button--small" (click)="cancelled.emit()">Close the library</button>
    </fieldset>
  `,
  host: { '(keydown.escape)': 'cancelled.emit()' },
  styles: `
    fieldset { max-height: 26rem; margin: 0; padding: 16px 20px; overflow: auto; border-radius: var(--att-radius-card); background: var(--att-surface); }
    .piece { display: flex; gap: 12px; align-items: center; justify-content: space-between; padding: 8px 0; border-top: 1px solid var(--att-line); font-size: 1rem; overflow-wrap: anywhere; }
    .name { display: block; font-weight: 650; }
    .att-button--quiet { margin-left: -12px; }
  `,
})
export class LibraryChoice {
  private readonly api = inject(EvidenceApi);
  readonly organisationId = input.required<string>();
  /** Those that are there already. */
  readonly used = input.required<readonly string[]>();
  readonly chosen = output<EvidenceView>();
  readonly cancelled = output();
  protected readonly library = this.api.library(this.organisationId);
  protected readonly choices = computed(() => (this.library.hasValue() ? this.library.value().filter(({ id, revision }) => !this.used().includes(id) && revision.scan !== 'infected') : []));
  protected readonly facts = factsOf;
}
