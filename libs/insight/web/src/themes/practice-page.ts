import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState, Tag } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { LongWords } from '../questions/long-words';
import { practiceWords } from './practice-words';
import { ThemesApi } from './themes-api';

/** Answers that others could learn from. */
@Component({
  selector: 'att-practice-page',
  imports: [EmptyState, LongWords, Page, RouterLink, Tag],
  template: `
    <att-page heading="Good practice" back="/findings" backLabel="Findings" [of]="practices" lead="Answers that others could learn from. Ask the organisation before anybody else sees them.">
      @if (practices.hasValue()) {
        <ul class="att-list">
          @for (one of practices.value(); track one.submissionId + one.questionId) {
            <li>
              <h2>{{ one.why }}</h2>
              <p><att-tag [tone]="one.state === 'agreed' ? 'done' : 'plain'">{{ words[one.state] }}</att-tag>@for (theme of one.themes; track theme) { &ngsp;<att-tag tone="plain">{{ theme }}</att-tag> }</p>
              <p class="att-secondary">{{ one.organisation }}, {{ one.round.name }}: <a [routerLink]="['/compare', one.round.id, 'questions', one.questionId]">{{ one.question }}</a>. Marked by {{ one.by }}.</p>
              @if (one.told) { <p>Those who took part read{{ one.told.named ? ', with its name' : '' }}: “{{ one.told.words }}”</p> }
              @if (one.note) { <att-long-words [text]="one.note" [of]="one.organisation" /> }
            </li>
          } @empty { <li><att-empty-state heading="Nothing is marked as good practice yet" text="On the page of a question, any answer can be marked, with a reason." /></li> }
        </ul>
      }
    </att-page>
  `,
  styles: 'li { padding: 14px 0; border-top: 1px solid var(--att-line); max-width: 46rem; } h2 { margin: 0 0 6px; font-size: 1.1875rem; } p { margin: 0 0 6px; }',
})
export class PracticePage {
  protected readonly practices = inject(ThemesApi).practices();
  protected readonly words = practiceWords;
}
