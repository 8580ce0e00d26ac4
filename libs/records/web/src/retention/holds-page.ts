import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import type { HoldView } from '@attest/shared/client';
import { Confirm, DatePipe, EmptyState, ErrorSummary, Field, FieldInput, Tag } from '@attest/shared/ui';
import { FormFaults, Page } from '@attest/shared/web';
import { RecordsApi } from '../records-api';

/** What a review or a court may need is held back, with the reason. */
@Component({
  selector: 'att-holds-page',
  imports: [DatePipe, EmptyState, ErrorSummary, Field, FieldInput, FormField, Page, Tag],
  templateUrl: './holds-page.html',
  styles: `
    form { max-width: 46rem; }
    .hold { max-width: 46rem; margin-bottom: 16px; }
    h3 { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; margin: 0 0 4px; }
  `,
})
export class HoldsPage {
  private readonly api = inject(RecordsApi);
  private readonly confirm = inject(Confirm);
  protected readonly holds = this.api.holds();
  protected readonly rounds = this.api.rounds();
  protected readonly faults = new FormFaults();
  private readonly typed = signal({ search: '', organisationId: '', roundId: '', reason: '' });
  protected readonly organisations = this.api.organisations(computed(() => this.typed().search));
  protected readonly form = form(this.typed, (path) => {
    required(path.reason, { message: 'Enter the reason.' });
    maxLength(path.reason, 500, { message: 'The reason must have 500 characters or fewer.' });
  }, { name: 'hold' });

  protected readonly on = ({ organisation, round }: HoldView) => [organisation ?? 'Every organisation', round ?? 'every round'].join(', ');

  protected place(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      const { organisationId, roundId, reason } = this.typed();
      await this.api.place({ organisationId: organisationId || null, roundId: roundId || null, reason });
      this.typed.set({ search: '', organisationId: '', roundId: '', reason: '' });
      this.holds.reload();
    });
  }

  protected async lift(hold: HoldView): Promise<void> {
    const text = `${this.on(hold)} can be disposed of again once it has been kept long enough.`;
    if (!(await this.confirm.ask({ heading: 'Lift this hold?', text, action: 'Lift the hold' }))) return;
    await this.faults.attempt(() => ({ errorSummary: () => [] }), () => this.api.lift(hold.id));
    this.holds.reload();
  }
}
