import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BoardCount } from '@attest/shared/client';
import { boardStateWords } from './round-words';

/** How many stand where; a press shows only those, another press shows all again. */
@Component({
  selector: 'att-board-counts',
  imports: [RouterLink],
  template: `
    <ul aria-label="How many stand where">
      @for (line of counts(); track line.state) {
        <li>
          <a [routerLink]="[]" [queryParams]="{ state: state() === line.state ? null : line.state }" queryParamsHandling="merge"
            [class.overdue]="line.state === 'overdue' && line.count > 0" [attr.aria-current]="state() === line.state ? 'true' : null">
            <span class="count">{{ line.count }}</span> <span class="word">{{ words[line.state] }}</span>
            @if (state() === line.state) { <span class="att-visually-hidden">, shown alone: show all again</span> }
          </a>
        </li>
      }
    </ul>
  `,
  styleUrl: './board-counts.scss',
})
export class BoardCounts {
  readonly counts = input.required<readonly BoardCount[]>();
  readonly state = input<string>();
  protected readonly words = boardStateWords;
}
