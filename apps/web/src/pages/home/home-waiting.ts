import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WaitingView } from '@attest/shared/client';
import { DatePipe, Tag } from '@attest/shared/ui';
import { Session } from '@attest/shared/web';

/** What colleagues have asked this person for. Not drawn while there is nothing. */
@Component({
  selector: 'att-home-waiting',
  imports: [DatePipe, RouterLink, Tag],
  template: `
    @if (mine().length > 0) {
      <section aria-labelledby="waiting-for-you">
        <h2 id="waiting-for-you">Waiting for you</h2>
        <ul class="att-list">
          @for (each of mine(); track each.submissionId + each.kind + each.sectionKey + each.questionId) {
            <li>
              <a [routerLink]="['/returns', each.submissionId, 'questions', each.questionId]">{{ each.ref }} {{ each.title }}</a>
              <span class="att-secondary">{{ each.round.name }}@if (several()) {, {{ each.organisation.name }}}. {{ each.by }} {{ asked[each.kind] }}.</span>
              @if (each.dueOn; as day) { <att-tag [tone]="each.late ? 'problem' : 'plain'">{{ each.late ? 'Was due' : 'Due' }} {{ day | attDate: 'short' }}</att-tag> }
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    ul { max-width: 52rem; margin-bottom: 32px; border-top: 1px solid var(--att-line); }
    li { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto; gap: 4px 24px; align-items: center; min-height: 52px; padding: 8px 0; box-sizing: border-box; border-bottom: 1px solid var(--att-line); }
    a { font-weight: 650; }
    @media (max-width: 640px) { li { grid-template-columns: minmax(0, 1fr); justify-items: start; } }
  `,
})
export class HomeWaiting {
  protected readonly asked = { section: 'asked you to answer it', question: 'asked you to answer it', mention: 'mentioned you in a comment', changes: 'asked for changes' } as const;
  private readonly session = inject(Session);
  private readonly waiting = httpResource<WaitingView[]>(() => '/api/waiting');

  /** Of the organisation chosen in the top bar, or of all. A home page that cannot ask draws the rest all the same. */
  protected readonly mine = computed(() => {
    const [all, organisation] = [this.waiting.hasValue() ? this.waiting.value() : [], this.session.organisation()];
    return organisation ? all.filter((each) => each.organisation.id === organisation.id) : all;
  });
  protected readonly several = computed(() => this.session.organisation() === null);
}
