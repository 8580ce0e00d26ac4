import { Component, computed, inject, input } from '@angular/core';
import type { ChangedQuestion, ChangesView } from '@attest/shared/client';
import { EmptyState } from '@attest/shared/ui';
import { Page, Session } from '@attest/shared/web';
import { ExportMenu } from '../import/export-menu';
import { WordDiffView } from '../lineage/word-diff-view';
import { TemplatesApi } from '../templates-api';

const groups = [
  { key: 'added', heading: 'New' }, { key: 'reworded', heading: 'Reworded' }, { key: 'split', heading: 'Split' }, { key: 'merged', heading: 'Merged' },
] as const satisfies readonly { key: keyof ChangesView; heading: string }[];

/** What changed this year, for those who answered last year. */
@Component({
  selector: 'att-changes-page',
  imports: [EmptyState, ExportMenu, Page, WordDiffView],
  template: `
    <att-page heading="What changed" [caption]="caption()" [back]="session.can('template.write') ? '/templates' : null" backLabel="All templates" [of]="changes">
      @if (session.can('template.write')) { <att-export-menu attActions [what]="caption() || 'this questionnaire'" [at]="'versions/' + id()" /> }
      @if (changes.hasValue()) {
        @let it = changes.value();
        @if (it.follows === null) { <att-empty-state heading="This is the first edition" text="Nobody answered one before it, so all of it is new." /> }
        @else {
          <p>{{ it.same === 1 ? '1 question is' : it.same + ' questions are' }} as in {{ it.follows.edition }}.</p>
          @for (group of shown(); track group.heading) {
            <h2>{{ group.heading }} ({{ group.questions.length }})</h2>
            @for (question of group.questions; track question.key) {
              <h3>{{ question.ref }} {{ question.title }}</h3>
              @if (question.note) { <p>{{ question.note }}</p> }
              @for (before of question.before; track before.key) { <att-word-diff [before]="before.wording" [after]="question.wording" /> }
              @empty { <p>{{ question.wording }}</p> }
            }
          }
          @if (it.retired.length > 0) {
            <h2>Asked no more ({{ it.retired.length }})</h2>
            <ul>@for (question of it.retired; track question.key) { <li>{{ question.ref }} {{ question.title }}@if (question.note) {: {{ question.note }}}</li> }</ul>
          }
        }
      }
    </att-page>
  `,
})
export class ChangesPage {
  protected readonly session = inject(Session);

  readonly id = input.required<string>();

  protected readonly changes = inject(TemplatesApi).changes(this.id);
  protected readonly caption = computed(() => (this.changes.hasValue() ? this.changes.value().title : ''));
  protected readonly shown = computed(() => {
    const changes = this.changes.hasValue() ? this.changes.value() : null;
    return groups.map(({ key, heading }) => ({ heading, questions: (changes?.[key] ?? []) as readonly ChangedQuestion[] })).filter(({ questions }) => questions.length > 0);
  });
}
