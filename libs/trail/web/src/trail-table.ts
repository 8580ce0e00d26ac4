import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TrailEvent } from '@attest/shared/client';
import { DatePipe, Tag } from '@attest/shared/ui';

@Component({
  selector: 'att-trail-table',
  imports: [DatePipe, RouterLink, Tag],
  templateUrl: './trail-table.html',
  styles: `
    .when { min-width: 6.5rem; }
    .time { color: var(--att-text-secondary); }
    .who { min-width: 8rem; }
    .what { min-width: 16rem; }
    td.number { color: var(--att-text-secondary); white-space: nowrap; }
  `,
})
export class TrailTable {
  readonly events = input.required<readonly TrailEvent[]>();
}
