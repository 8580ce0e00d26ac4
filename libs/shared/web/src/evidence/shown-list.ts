import { Component, input, output } from '@angular/core';
import type { ShownView } from '@attest/shared/client';
import { Icon, Tag } from '@attest/shared/ui';
import { careOf, factsOf } from './evidence-words';

/** Pieces of evidence beside an answer: each leads to its file or page. Links open elsewhere and tell nobody where they were. */
@Component({
  selector: 'att-shown-list',
  imports: [Icon, Tag],
  template: `
    <ul class="att-list">
      @for (piece of pieces(); track piece.id) {
        <li>
          <div class="what">
            <p class="name">
              @if (piece.revision.file; as file) { <a [href]="file" download><att-icon name="download" />{{ piece.title }}</a> }
              @else if (piece.kind === 'link') { <a [href]="piece.revision.location" target="_blank" rel="noopener noreferrer">{{ piece.title }}<span class="att-visually-hidden"> (opens in a new tab)</span></a> }
              @else { {{ piece.title }} }
              @if (piece.expired) { <att-tag tone="attention">Review date passed</att-tag> }
              @if (piece.revision.scan === 'infected') { <att-tag tone="problem">Removed</att-tag> }
              @if (piece.revision.scan === 'waiting') { <att-tag tone="plain">Being checked</att-tag> }
            </p>
            <p class="facts">{{ facts(piece) }}@if (care(piece)) {<span class="care">. {{ care(piece) }}</span>}</p>
          </div>
          @if (open()) { <button type="button" class="att-button att-button--quiet att-button--small" (click)="removed.emit(piece)">Remove<span class="att-visually-hidden"> {{ piece.title }} from this answer</span></button> }
        </li>
      }
    </ul>
  `,
  styles: `
    li { display: flex; gap: 4px 16px; align-items: start; justify-content: space-between; padding: 10px 0; border-bottom: 1px solid var(--att-line); }
    .what { min-width: 0; }
    p { margin: 0; overflow-wrap: anywhere; }
    .name { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; font-weight: 650; }
    .name a { display: inline-flex; gap: 6px; align-items: center; min-height: 32px; }
    .facts { color: var(--att-text-secondary); font-size: 1rem; }
    button { flex: none; margin-right: -12px; }
  `,
})
export class ShownList {
  readonly pieces = input.required<readonly ShownView[]>();
  readonly open = input(false);
  readonly removed = output<ShownView>();
  protected readonly facts = factsOf;
  protected readonly care = careOf;
}
