import { Component, ElementRef, afterRenderEffect, computed, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportView } from '@attest/shared/client';
import { DatePipe, ErrorSummary, FileDrop, Notice } from '@attest/shared/ui';
import { Page, problemOf, type Problem } from '@attest/shared/web';
import { ImportChanges } from './import-changes';
import { ImportFaults } from './import-faults';
import { inMegabytes } from './import-words';
import { OrganisationsApi } from './organisations-api';

/** The register of schools, brought up to date: get the file, choose it, see what it would change, apply. */
@Component({
  selector: 'att-import-page',
  imports: [DatePipe, ErrorSummary, ImportChanges, ImportFaults, FileDrop, Notice, Page, RouterLink],
  templateUrl: './import-page.html',
  styleUrl: './import-page.scss',
})
export class ImportPage {
  private readonly api = inject(OrganisationsApi);
  /** Kept, so that it can be compared again when the register has changed meanwhile. */
  private file: File | null = null;
  private readonly outcome = viewChild<ElementRef<HTMLElement>>('outcome');

  protected readonly view = signal<ImportView | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  /** The name and size of the file that is being read; empty when none is. */
  protected readonly sending = signal('');
  protected readonly applying = signal(false);
  protected readonly again = signal(false);

  protected readonly errors = computed(() => {
    const problem = this.problem();
    if (!problem) return [];
    const detail = problem.detail.includes('Nothing was changed') ? problem.detail : `${problem.detail} Nothing was changed.`;
    return [{ where: problem.faults.length > 0 ? 'faults' : 'file', detail }];
  });
  protected readonly applyLabel = computed(() => {
    const count = this.view()?.changes.length ?? 0;
    return count === 1 ? 'Apply this change' : `Apply these ${count} changes`;
  });

  constructor() {
    afterRenderEffect(() => {
      if (this.view()) this.outcome()?.nativeElement.focus();
    });
  }

  protected async compare(file: File): Promise<void> {
    this.file = file;
    this.startOver();
    this.sending.set(`${file.name}, ${inMegabytes(file.size)}`);
    try {
      this.view.set(await this.api.upload(file));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.sending.set('');
    }
  }

  protected async apply(importId: string): Promise<void> {
    if (this.applying()) return;
    this.applying.set(true);
    this.problem.set(null);
    try {
      this.view.set(await this.api.apply(importId));
    } catch (error) {
      await this.refused(problemOf(error));
    } finally {
      this.applying.set(false);
    }
  }

  protected startOver(): void {
    this.view.set(null);
    this.problem.set(null);
    this.again.set(false);
  }

  /** What was shown is not what would happen any more: nothing was applied, and what it would change now is shown. */
  private async refused(problem: Problem): Promise<void> {
    if (problem.code !== 'register-changed' || !this.file) return this.problem.set(problem);
    await this.compare(this.file);
    this.again.set(true);
  }
}
