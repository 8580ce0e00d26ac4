import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentReturn } from '../current-return';
import { Sharing } from './sharing';

/** The questions that somebody wants to come back to. Not drawn while there are none. */
@Component({
  selector: 'att-come-back',
  imports: [RouterLink],
  template: `
    @if (questions().length > 0) {
      <details>
        <summary>Come back to: {{ questions().length }}</summary>
        <ul>
          @for (each of questions(); track each.id) { <li><a [routerLink]="['/returns', id(), 'questions', each.id]">{{ each.ref }} {{ each.title }}</a> <span class="att-secondary">marked by {{ each.by }}</span></li> }
        </ul>
      </details>
    }
  `,
  styles: 'ul { margin: 0 0 8px; padding-left: 1.2em; } li { margin: 6px 0; }',
})
export class ComeBack {
  private readonly sharing = inject(Sharing);
  private readonly current = inject(CurrentReturn);
  readonly id = input.required<string>();

  protected readonly questions = computed(() => {
    const by = new Map(this.sharing.view()?.flags.map((each) => [each.questionId, each.by]));
    return this.current.questions().filter(({ id }) => by.has(id)).map(({ id, ref, title }) => ({ id, ref, title, by: by.get(id)! }));
  });
}
