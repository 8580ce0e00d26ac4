import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LastAnswerView, QuestionView, ShownView } from '@attest/shared/client';
import { Tag } from '@attest/shared/ui';
import { problemOf } from '@attest/shared/web';
import { CurrentReturn } from '../current-return';
import { EvidenceApi } from './evidence-api';
import { takesEvidence } from './evidence-words';

/** What was shown for an answer last round. It is used again piece by piece, and what is past its review date has to be looked at first. */
@Component({
  selector: 'att-last-evidence',
  imports: [RouterLink, Tag],
  template: `
    <p class="heading">Last round showed {{ pieces().length === 1 ? '1 piece' : pieces().length + ' pieces' }} of evidence</p>
    <ul class="att-list">
      @for (piece of pieces(); track piece.id) {
        <li>
          <span class="name">{{ piece.title }}</span>
          @if (used().includes(piece.id)) { <att-tag tone="quiet">Used</att-tag> }
          @else if (usable()) {
            @if (piece.expired) { <span>Its review date has passed. <a [routerLink]="['/evidence', piece.id]">Give it a new one first<span class="att-visually-hidden"> ({{ piece.title }})</span></a></span> }
            @else { <button type="button" class="att-button att-button--small" [attr.aria-disabled]="busy()" (click)="use(piece)">Use again<span class="att-visually-hidden"> {{ piece.title }}</span></button> }
          }
        </li>
      }
    </ul>
    @if (problem()) { <p role="alert">{{ problem() }}</p> }
    <p class="att-visually-hidden" role="status">{{ said() }}</p>
  `,
  styles: `
    :host { display: block; margin-bottom: 8px; padding-top: 8px; border-top: 1px solid var(--att-line); }
    .heading { margin: 0 0 2px; font-weight: 650; }
    li { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; justify-content: space-between; padding: 4px 0; overflow-wrap: anywhere; }
    p { margin: 0; }
  `,
})
export class LastEvidence {
  private readonly api = inject(EvidenceApi);
  private readonly current = inject(CurrentReturn);
  readonly question = input.required<QuestionView>();
  readonly last = input.required<LastAnswerView>();

  /** In which no malware was found since. */
  protected readonly pieces = computed(() => this.last().shown.filter(({ revision }) => revision.scan !== 'infected'));
  protected readonly used = computed(() => this.question().shown.map(({ id }) => id));
  protected readonly usable = computed(() => this.last().reusable && takesEvidence(this.question()) && this.current.mayChange(this.question().id));
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly said = signal('');

  protected async use({ id, title }: ShownView): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set('');
    const place = { submissionId: this.current.view()!.id, questionId: this.question().id };
    try {
      this.current.shows(place, await this.api.use(place, id));
      this.said.set(`${title} was added.`);
    } catch (error) {
      this.problem.set(problemOf(error).detail);
    }
    this.busy.set(false);
  }
}
