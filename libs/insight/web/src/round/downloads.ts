import { Component, computed, inject, input } from '@angular/core';
import type { InsightFilters } from '@attest/shared/client';
import { Icon } from '@attest/shared/ui';
import { Session, chosen } from '@attest/shared/web';

/** The same figures as files, filtered as the page is. */
@Component({
  selector: 'att-downloads',
  imports: [Icon],
  template: `
    @if (session.can('export.create')) {
      @for (file of files(); track file.label) {
        <a class="att-button" [href]="file.href" download><att-icon name="download" />{{ file.label }}</a>
      }
    }
  `,
  styles: ':host { display: flex; flex-wrap: wrap; gap: 8px 12px; } :host:empty { display: none; }',
})
export class Downloads {
  protected readonly session = inject(Session);
  readonly roundId = input.required<string>();
  readonly filters = input<InsightFilters>({});

  protected readonly files = computed(() => {
    const query = new URLSearchParams(chosen(this.filters())).toString();
    const at = (kind: string) => `/api/rounds/${this.roundId()}/export.${kind}${query ? `?${query}` : ''}`;
    return [{ label: 'Download XLSX', href: at('xlsx') }, { label: 'Download CSV', href: at('csv') }];
  });
}
