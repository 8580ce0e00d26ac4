import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { ErrorSummary, FileDrop } from '@attest/shared/ui';
import { Page, problemOf } from '@attest/shared/web';
import { TemplatesApi } from '../templates-api';

/** Gives a workbook back: choosing it is all there is to do here. */
@Component({
  selector: 'att-workbook-import-page',
  imports: [ErrorSummary, FileDrop, Page],
  template: `
    <att-page heading="Import a workbook" caption="Templates" [back]="back()" [backLabel]="against() ? 'The draft' : 'All templates'"
      lead="A questionnaire that was taken out as a workbook comes back here. Nothing changes until you have seen what would change, and then it is a draft of its own.">
      <att-error-summary [errors]="errors()" />
      @if (!sending()) { <att-file-drop label="An Excel workbook or an OpenDocument spreadsheet" [accept]="accept" [error]="refused()" (picked)="read($event)" /> }
      <p id="reading" role="status">@if (sending(); as name) { Reading {{ name }}… }</p>
      @if (sending()) { <progress aria-labelledby="reading"></progress> }
      <p class="att-measure att-secondary">No workbook yet? Take one out of a questionnaire that is like yours, under Export on the page of all templates or of a draft, and change what it says.</p>
    </att-page>
  `,
})
export class ImportPage {
  private readonly api = inject(TemplatesApi);
  private readonly router = inject(Router);

  /** The draft it is held against; the address holds it. */
  readonly against = input<string>();

  protected readonly accept = '.xlsx,.ods,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/vnd.oasis.opendocument.spreadsheet';
  protected readonly back = computed(() => (this.against() ? ['/templates/drafts', this.against()!] : '/templates'));
  /** The name of the file that is being read; empty when none is. */
  protected readonly sending = signal('');
  protected readonly refused = signal('');
  protected readonly errors = computed(() => (this.refused() ? [{ where: 'file', detail: this.refused() }] : []));

  protected async read(file: File): Promise<void> {
    this.refused.set('');
    this.sending.set(file.name);
    try {
      const { id } = await this.api.upload(file, this.against() ?? '');
      await this.router.navigate(['/templates/imports', id]);
    } catch (error) {
      this.refused.set(problemOf(error).detail);
    } finally {
      this.sending.set('');
    }
  }
}
