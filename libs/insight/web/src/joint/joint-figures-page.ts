import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FiguresPartner } from '@attest/shared/client';
import { Confirm, DatePipe, EmptyState, Notice } from '@attest/shared/ui';
import { Page, Session, problemOf } from '@attest/shared/web';
import { ComparePlaces } from '../compare-places';
import { PublishedTableView } from '../published/published-table';
import { standardsOf } from '../published/published-tables';
import { JointFiguresApi } from './joint-figures-api';
import { returnedInWords, sharingInWords } from './sharing-words';

/** Our figures beside those of partners, standard by standard and question by question; and with whom ours are shared. */
@Component({
  selector: 'att-joint-figures-page',
  imports: [ComparePlaces, DatePipe, EmptyState, Notice, Page, PublishedTableView, RouterLink],
  templateUrl: './joint-figures-page.html',
  styles: '.att-card { max-width: 46rem; margin-bottom: 12px; } .att-card h2 { margin: 0 0 4px; font-size: 1.125rem; } .att-card p { margin: 0 0 4px; } .att-buttons { margin-top: 12px; } .lines { margin: 24px 0; }',
})
export class JointFiguresPage {
  private readonly api = inject(JointFiguresApi);
  private readonly confirm = inject(Confirm);
  protected readonly session = inject(Session);
  readonly roundId = input.required<string>();

  protected readonly figures = this.api.figures(this.roundId);
  protected readonly standards = computed(() => (this.figures.hasValue() ? standardsOf({ figures: this.figures.value().figures, own: [] }, 'Partnership') : []));
  protected readonly said = signal('');
  protected readonly refused = signal('');
  protected readonly stands = sharingInWords;
  protected readonly returned = returnedInWords;

  protected async withdraw({ place, name }: FiguresPartner): Promise<void> {
    const sure = await this.confirm.ask({
      heading: `Withdraw your figures from ${name}?`, action: 'Withdraw', danger: true,
      text: 'From this moment on they cannot see your figures, nor you theirs. You can share them again. What somebody has copied meanwhile stays with them.',
    });
    if (!sure) return;
    this.refused.set('');
    this.said.set('');
    try {
      await this.api.withdraw(this.roundId(), place);
      this.said.set(`Withdrawn. ${name} cannot see your figures any more.`);
    } catch (error) {
      this.refused.set(problemOf(error).detail);
    }
    this.figures.reload();
  }
}
