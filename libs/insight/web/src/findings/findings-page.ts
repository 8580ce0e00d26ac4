import { Component, computed, inject, input, signal } from '@angular/core';
import type { FindingsView } from '@attest/shared/client';
import { Notice, PaperFiles } from '@attest/shared/ui';
import { Page, Session } from '@attest/shared/web';
import { FindingsApi } from './findings-api';
import { FoundList } from './found-list';
import { OwnFindings } from './own-findings';

const tones = [
  { tone: 'concern', heading: 'To look into' },
  { tone: 'better', heading: 'Better than last round' },
  { tone: 'note', heading: 'To know' },
  { tone: 'nothing', heading: 'Nothing notable' },
] as const;

/** What the list of rules found, what people wrote beside it, and both on paper. */
@Component({
  selector: 'att-findings-page',
  imports: [FoundList, Notice, OwnFindings, Page, PaperFiles],
  templateUrl: './findings-page.html',
})
export class FindingsPage {
  protected readonly session = inject(Session);
  readonly roundId = input.required<string>();

  protected readonly findings = inject(FindingsApi).findings(this.roundId);
  /** Whether what is not notable is shown too. */
  protected readonly everything = signal(false);
  protected readonly parts = computed(() => (this.findings.hasValue() ? partsOf(this.findings.value(), this.everything()) : []));
  protected readonly at = computed(() => `/api/rounds/${this.roundId()}/findings`);
}

function partsOf({ found }: FindingsView, everything: boolean) {
  return tones.filter(({ tone }) => everything || tone !== 'nothing')
    .map(({ tone, heading }) => ({ heading, found: found.filter((one) => one.tone === tone) }))
    .filter((part) => part.found.length > 0);
}
