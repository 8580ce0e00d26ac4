import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Preferences } from '@attest/shared/web';

const views = [['question', 'One question a page'], ['section', 'One section a page']] as const;

/** How the questions of a return are laid out, remembered for the person on every device. On a page of questions it changes the page at once. */
@Component({
  selector: 'att-view-choice',
  template: `
    <div class="att-choices" role="group" aria-label="Show">
      @for (each of views; track each[0]) {
        <button type="button" [attr.aria-pressed]="(view() ?? preferences.view().returnView) === each[0]" (click)="choose(each[0])">{{ each[1] }}</button>
      }
    </div>
  `,
  styles: '@media print { :host { display: none; } }',
})
export class ViewChoice {
  private readonly router = inject(Router);
  protected readonly preferences = inject(Preferences);
  protected readonly views = views;

  readonly id = input.required<string>();
  /** Where one is, on a page of questions. */
  readonly sectionKey = input('');
  readonly questionId = input('');
  readonly view = input<'question' | 'section' | null>(null);

  protected choose(view: 'question' | 'section'): void {
    void this.preferences.change({ returnView: view });
    if (this.view() === null || this.view() === view) return;
    if (view === 'section') void this.router.navigate(['/returns', this.id(), 'sections', this.sectionKey()], { fragment: this.questionId() });
    else void this.router.navigate(['/returns', this.id(), 'questions', this.questionId()]);
  }
}
