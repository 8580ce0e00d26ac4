import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import type { Paper } from '@attest/domain/papers';
import type { PaperView } from '@attest/shared/client';
import { PaperFiles, PaperSheet } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';

/** The blank form of a return: to print, to pass round, to work on where there is no screen. */
@Component({
  selector: 'att-return-print-page',
  imports: [Page, PaperFiles, PaperSheet],
  template: `
    <att-page [heading]="paper()?.title ?? 'Blank form'" [back]="['/returns', id()]" backLabel="The return" [of]="form">
      <att-paper-files attActions what="the blank form" [at]="at()" [printed]="true" />
      @if (paper(); as paper) { <att-paper-sheet [paper]="paper" /> }
    </att-page>
  `,
})
export class PrintPage {
  readonly id = input.required<string>();
  protected readonly at = computed(() => `/api/submissions/${this.id()}/form`);
  protected readonly form = httpResource<PaperView>(() => this.at());
  protected readonly paper = computed(() => (this.form.hasValue() ? (this.form.value().paper as unknown as Paper) : null));
}
