import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ImportedWorkbook } from '@attest/shared/client';
import { DatePipe, ErrorSummary, Icon, Notice, type Wrong } from '@attest/shared/ui';
import { Page, problemOf } from '@attest/shared/web';
import { TemplatesApi } from '../templates-api';
import { Differences } from './differences';
import { SheetProblems } from './sheet-problems';

/** A workbook that was read: what is to be put right or, where nothing is, what would come of it. */
@Component({
  selector: 'att-imported-page',
  imports: [DatePipe, Differences, ErrorSummary, Icon, Notice, Page, RouterLink, SheetProblems],
  templateUrl: './imported-page.html',
})
export class ImportedPage {
  private readonly api = inject(TemplatesApi);
  private readonly router = inject(Router);

  readonly id = input.required<string>();

  protected readonly reading = this.api.workbook(this.id);
  /** As it was read, and as each change answers it. */
  protected readonly workbook = linkedSignal(() => (this.reading.hasValue() ? this.reading.value() : null));
  protected readonly heading = computed(() => this.workbook()?.outline?.title ?? this.workbook()?.fileName ?? 'A workbook');
  protected readonly busy = signal(false);
  protected readonly errors = signal<readonly Wrong[]>([]);
  protected readonly reasons = signal<Readonly<Record<string, string>>>({});
  protected readonly missing = signal<readonly string[]>([]);
  protected readonly said = signal('');

  protected leaveOut(row: string): Promise<void> {
    return this.readWithout([...this.workbook()!.skipped, row], `${rowInWords(row)} is left out.`);
  }

  protected readAgain(row: string): Promise<void> {
    return this.readWithout(this.workbook()!.skipped.filter((one) => one !== row), `${rowInWords(row)} is read again.`);
  }

  protected inWords(row: string): string {
    return rowInWords(row);
  }

  protected async makeDraft({ differences }: ImportedWorkbook): Promise<void> {
    const asked = (differences?.removed ?? []).filter(({ needsReason }) => needsReason);
    const reasons = this.reasons();
    const missing = asked.filter(({ key }) => !reasons[key]?.trim());
    this.missing.set(missing.map(({ key }) => key));
    this.errors.set(missing.map(({ key, ref }) => ({ where: `why-${key}`, detail: `Say why ${ref} is asked no more.` })));
    if (missing.length > 0) return;
    await this.attempt(async () => {
      const { draftId } = await this.api.makeDraft(this.id(), asked.map(({ key }) => ({ key, note: reasons[key]!.trim() })));
      await this.router.navigate(['/templates/drafts', draftId]);
    });
  }

  private readWithout(rows: readonly string[], said: string): Promise<void> {
    return this.attempt(async () => {
      this.workbook.set(await this.api.leaveOut(this.id(), rows));
      this.said.set(said);
    });
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.errors.set([]);
    try {
      await act();
    } catch (error) {
      this.errors.set([{ where: '', detail: problemOf(error).detail }]);
    } finally {
      this.busy.set(false);
    }
  }
}

/** "Questions!12" → "Row 12 of Questions". */
function rowInWords(row: string): string {
  const [sheet, number] = row.split('!');
  return `Row ${number} of ${sheet}`;
}
