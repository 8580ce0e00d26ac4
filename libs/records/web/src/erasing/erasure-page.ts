import { Component, inject, input, signal } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import { DatePipe, ErrorSummary, Field, FieldInput, Notice } from '@attest/shared/ui';
import { FormFaults, Page } from '@attest/shared/web';
import { RecordsApi } from '../records-api';
import { erasureStates } from './erasures-page';

/** One request: where the person is named, what would become of it, and the decision. */
@Component({
  selector: 'att-erasure-page',
  imports: [DatePipe, ErrorSummary, Field, FieldInput, FormField, Notice, Page],
  templateUrl: './erasure-page.html',
  styles: 'form { max-width: 46rem; } .meaning { min-width: 16rem; }',
})
export class ErasurePage {
  private readonly api = inject(RecordsApi);
  readonly id = input.required<string>();
  protected readonly request = this.api.erasure(this.id);
  protected readonly states = erasureStates;
  protected readonly refusing = signal(false);
  protected readonly faults = new FormFaults();
  private readonly typed = signal({ confirm: '', reason: '' });
  protected readonly erasing = form(this.typed, (path) => {
    required(path.confirm, { message: 'Type the name to confirm.' });
  }, { name: 'erasing' });
  protected readonly refusal = form(this.typed, (path) => {
    required(path.reason, { message: 'Say why. The person reads it.' });
    maxLength(path.reason, 500, { message: 'The reason must have 500 characters or fewer.' });
  }, { name: 'refusal' });

  protected erase(event: Event): Promise<void> {
    event.preventDefault();
    return this.decide(this.erasing, () => this.api.erase(this.id(), this.typed().confirm));
  }

  protected refuse(event: Event): Promise<void> {
    event.preventDefault();
    return this.decide(this.refusal, () => this.api.refuse(this.id(), this.typed().reason));
  }

  private decide(asked: Parameters<FormFaults['attempt']>[0], send: () => Promise<unknown>): Promise<void> {
    return this.faults.attempt(asked, async () => {
      await send();
      this.request.reload();
    });
  }
}
