import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { standingWords } from '@attest/domain/actions';
import type { ActionView } from '@attest/shared/client';
import { DatePipe, RagBadge, Tag } from '@attest/shared/ui';
import { toneOf } from './standing-tones';

@Component({
  selector: 'att-action-table',
  imports: [DatePipe, RagBadge, RouterLink, Tag],
  templateUrl: './action-table.html',
  styles: `
    .from { display: flex; gap: 8px; align-items: baseline; }
    .title { min-width: 14rem; }
    @media (max-width: 40em) { .title { min-width: 10rem; } }
  `,
})
export class ActionTable {
  readonly actions = input.required<readonly ActionView[]>();
  readonly caption = input.required<string>();
  /** Whose each is, where they are of several. */
  readonly named = input(false);
  protected readonly words = standingWords;
  protected readonly tones = toneOf;
}
