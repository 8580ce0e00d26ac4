import { Component, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FindingsView, OwnFinding } from '@attest/shared/client';
import { Confirm, DatePipe, Notice } from '@attest/shared/ui';
import { Session, problemOf } from '@attest/shared/web';
import { evidenceLink } from './evidence-link';
import { FindingForm, type TypedFinding } from './finding-form';
import { FindingsApi } from './findings-api';

/** What people found, in the order they chose. */
@Component({
  selector: 'att-own-findings',
  imports: [DatePipe, FindingForm, Notice, RouterLink],
  templateUrl: './own-findings.html',
  styles: `
    li { padding: 12px 0; border-top: 1px solid var(--att-line); max-width: 46rem; }
    p { margin: 0 0 4px; }
    .words { white-space: pre-line; }
    .att-buttons { margin-top: 8px; }
  `,
})
export class OwnFindings {
  private readonly api = inject(FindingsApi);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);

  readonly of = input.required<FindingsView>();
  readonly changed = output<void>();

  /** The one that is being changed. */
  protected readonly open = signal('');
  protected readonly refused = signal('');

  protected readonly add = async ({ words, standardKey }: TypedFinding) => {
    await this.api.add(this.of().round.id, { words, standardKey: standardKey || null, questionId: null });
    this.changed.emit();
  };

  protected readonly change = async ({ words }: TypedFinding) => {
    await this.api.change(this.open(), words);
    this.open.set('');
    this.changed.emit();
  };

  protected link({ place }: OwnFinding) {
    return place.kind === 'round' ? null : evidenceLink(place, this.of().round.id, this.session.can('insight.words'));
  }

  protected async remove({ id, words }: OwnFinding): Promise<void> {
    if (await this.confirm.ask({ heading: 'Remove this finding?', text: words, action: 'Remove finding', danger: true })) await this.attempt(() => this.api.remove(id));
  }

  protected moveUp(at: number): Promise<void> {
    const ids = this.of().own.map(({ id }) => id);
    ids.splice(at - 1, 2, ids[at]!, ids[at - 1]!);
    return this.attempt(() => this.api.order(this.of().round.id, ids));
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.refused.set('');
    try {
      await act();
    } catch (error) {
      this.refused.set(problemOf(error).detail);
    }
    this.changed.emit();
  }
}
