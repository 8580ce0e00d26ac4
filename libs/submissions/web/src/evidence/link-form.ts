import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, form, maxLength, required, validate } from '@angular/forms/signals';
import { signsInWords, signsOfAChild } from '@attest/domain/evidence';
import type { EvidenceView } from '@attest/shared/client';
import { DAY_HINT, DayInput, ErrorSummary, Field, FieldInput, Notice } from '@attest/shared/ui';
import { FormFaults, Session, validDay } from '@attest/shared/web';
import { FieldNames } from '../question/field-names';
import { EvidenceApi } from './evidence-api';

/** What is not brought as a file: a page elsewhere, or something that stays where it is. */
@Component({
  selector: 'att-link-form',
  imports: [DayInput, ErrorSummary, Field, FieldInput, FormField, Notice],
  templateUrl: './link-form.html',
  styles: ':host { display: block; padding: 16px 20px 20px; border-radius: var(--att-radius-card); background: var(--att-surface); } .fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); gap: 0 20px; } .att-buttons { margin-top: 8px; }',
})
export class LinkForm {
  private readonly api = inject(EvidenceApi);
  readonly organisationId = input.required<string>();
  readonly added = output<EvidenceView>();
  readonly cancelled = output();

  protected readonly names = inject(FieldNames);
  protected readonly faults = new FormFaults();
  protected readonly dayHint = DAY_HINT;
  protected readonly found = computed(() => this.faults.all().map(({ where, detail }) => ({ where: where && this.names.of(where), detail })));
  private readonly typed = signal({ title: '', location: '', owner: inject(Session).current()?.person.name ?? '', reviewBy: '' });
  protected readonly child = computed(() => {
    const { title, location } = this.typed();
    const signs = signsInWords(signsOfAChild(`${title}\n${location}`));
    return signs && `This looks as if it had ${signs}. If a child could be known by it, call it something else.`;
  });
  protected readonly form = form(this.typed, (path) => {
    required(path.title, { message: 'Enter what it is.' });
    maxLength(path.title, 200, { message: 'What it is must have 200 characters or fewer.' });
    validDay(path.reviewBy, 'Enter when it is reviewed');
    required(path.location, { message: 'Enter a link, or where it is kept.' });
    validate(path.location, ({ value }) => (/^(http|ftp|file|javascript):/i.test(value().trim()) ? { kind: 'secure', message: 'Enter a link that begins with https://.' } : null));
  }, { name: 'link' });

  protected add(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      const { title, location, owner, reviewBy } = this.typed();
      const kind = /^https:/i.test(location.trim()) ? 'link' : 'place';
      this.added.emit(await this.api.addLink(this.organisationId(), { kind, title, location: location.trim(), owner, reviewBy: reviewBy || null }));
    });
  }
}
