import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SubmissionSummary } from '@attest/shared/client';
import { DatePipe, RagBadge } from '@attest/shared/ui';
import { Why } from '@attest/shared/web';

/** What has been handed in, and what was not while it could be. */
@Component({
  selector: 'att-past-returns',
  imports: [DatePipe, RagBadge, RouterLink, Why],
  templateUrl: './past-returns.html',
  styleUrl: './past-returns.scss',
})
export class PastReturns {
  readonly returns = input.required<readonly SubmissionSummary[]>();
  readonly several = input(false);

  /** A scale that has blue shows its other colours a little differently. */
  protected fourLevels({ result, audience }: SubmissionSummary): boolean {
    return result?.colour === 'blue' || audience === 'agency';
  }
}
