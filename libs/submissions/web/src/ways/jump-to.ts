import { Component, DOCUMENT, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { CurrentReturn } from '../current-return';

/** To any question of the return, from any other. It goes when it is told to, and not while one looks through the list. */
@Component({
  selector: 'att-jump-to',
  template: `
    <label for="jump-to">Go to a question</label>
    <div class="row">
      <select #to id="jump-to" class="att-input">
        @for (section of current.view()?.sections ?? []; track section.key) {
          <optgroup [label]="section.ref + ' ' + section.title">
            @for (question of section.questions; track question.id) { <option [value]="question.id" [selected]="question.id === questionId()">{{ question.ref }} {{ question.title }}</option> }
          </optgroup>
        }
      </select>
      <button type="button" class="att-button" (click)="go(to.value)">Go</button>
    </div>
  `,
  styles: `
    :host { display: block; margin-top: 24px; font-size: 1rem; }
    label { display: block; margin-bottom: 4px; font-weight: 650; }
    .row { display: flex; gap: 8px; max-width: 34rem; }
    select { flex: 1; min-width: 0; }
    @media print { :host { display: none; } }
  `,
})
export class JumpTo {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  protected readonly current = inject(CurrentReturn);

  readonly id = input.required<string>();
  readonly questionId = input('');
  readonly view = input.required<'question' | 'section'>();

  protected go(questionId: string): void {
    if (this.view() === 'question') return void this.router.navigate(['/returns', this.id(), 'questions', questionId]);
    const section = this.current.view()!.sections.find(({ questions }) => questions.some(({ id }) => id === questionId))!;
    const question = section.questions.find(({ id }) => id === questionId)!;
    const here = this.document.getElementById(`${question.key}-title`);
    if (here) here.focus();
    else void this.router.navigate(['/returns', this.id(), 'sections', section.key], { fragment: questionId });
  }
}
