import { Component, inject, linkedSignal, signal } from '@angular/core';
import type { PeriodView } from '@attest/shared/client';
import { DatePipe, Field, FieldInput } from '@attest/shared/ui';
import { Page, faultsOf, problemOf } from '@attest/shared/web';
import { RecordsApi } from '../records-api';

/** One period a kind, each changed by itself: what was chosen is what is used from then on. */
@Component({
  selector: 'att-periods-page',
  imports: [DatePipe, Field, FieldInput, Page],
  templateUrl: './periods-page.html',
  styles: `
    .kind { max-width: 46rem; padding-bottom: 20px; border-bottom: 1px solid var(--att-line); }
    h2 { margin: 24px 0 6px; font-size: 1.25rem; }
    .choose { display: flex; flex-wrap: wrap; gap: 12px; align-items: end; }
    .choose att-field { margin-bottom: 0; }
    .choose input { width: 7rem; }
  `,
})
export class PeriodsPage {
  private readonly api = inject(RecordsApi);
  private readonly asked = this.api.periods();
  protected readonly periods = this.asked;
  protected readonly shown = linkedSignal<PeriodView[]>(() => (this.asked.hasValue() ? this.asked.value() : []));
  protected readonly wrong = signal<{ readonly kind: string; readonly detail: string } | null>(null);
  protected readonly said = signal<{ readonly kind: string; readonly text: string } | null>(null);
  protected readonly busy = signal(false);

  protected readonly inYears = (months: number) => (months % 12 === 0 ? ` (${months / 12} ${months === 12 ? 'year' : 'years'})` : '');

  protected async change(event: Event, { kind }: PeriodView, typed: string): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    this.wrong.set(null);
    this.said.set(null);
    try {
      this.shown.set(await this.api.change(kind, Number(typed)));
      this.said.set({ kind, text: 'Saved.' });
    } catch (error) {
      this.wrong.set({ kind, detail: faultsOf(problemOf(error))[0]!.detail });
    } finally {
      this.busy.set(false);
    }
  }
}
