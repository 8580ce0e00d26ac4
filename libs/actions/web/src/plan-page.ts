import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState, Notice, RagBadge } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { ActionForm } from './action-form';
import { ActionTable } from './action-table';
import { ActionsApi } from './actions-api';

/** The action plan of one return: everything below the standard, and what will be done about it. */
@Component({
  selector: 'att-plan-page',
  imports: [ActionForm, ActionTable, EmptyState, Notice, Page, RagBadge, RouterLink],
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.scss',
})
export class PlanPage {
  readonly id = input.required<string>();
  protected readonly plan = inject(ActionsApi).plan(this.id);
  private readonly read = computed(() => (this.plan.hasValue() ? this.plan.value() : null));
  protected readonly caption = computed(() => (this.read() ? `${this.read()!.organisation.name}: ${this.read()!.round.name}` : ''));
  protected readonly critical = computed(() => this.read()?.gaps.filter(({ critical }) => critical).length ?? 0);

  /** The gap whose form is open; `whole` is that of the return itself. */
  protected readonly opened = signal<string | null>(null);
  protected readonly said = signal('');

  protected added(): void {
    this.opened.set(null);
    this.said.set('Added to the plan.');
    this.plan.reload();
  }
}
