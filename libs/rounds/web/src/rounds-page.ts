import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { responseRate } from '@attest/domain/measures';
import type { RoundView } from '@attest/shared/client';
import { DatePipe, EmptyState, Icon, Tag } from '@attest/shared/ui';
import { Page, Session } from '@attest/shared/web';
import { proposedName } from './new-round';
import { roundStateTones, roundStateWords } from './round-words';
import { RoundsApi } from './rounds-api';

/** Every round of the partnership, newest first. */
@Component({
  selector: 'att-rounds-page',
  imports: [DatePipe, EmptyState, Icon, Page, RouterLink, Tag],
  templateUrl: './rounds-page.html',
  styles: '.name { min-width: 12rem; } .edition { color: var(--att-text-secondary); font-weight: 400; }',
})
export class RoundsPage {
  protected readonly session = inject(Session);
  protected readonly rounds = inject(RoundsApi).rounds();
  protected readonly words = roundStateWords;
  protected readonly named = proposedName;
  protected readonly tones = roundStateTones;
  protected readonly percent = ({ submitted, denominator }: RoundView) => responseRate({ submitted: submitted ?? 0, denominator: denominator ?? 0 }, 1).percentage;
}
