import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Notice } from '@attest/shared/ui';

/** The mark on an answer whose question got other words, and the way to take it off. */
@Component({
  selector: 'att-to-check',
  imports: [Notice, RouterLink],
  template: `
    <att-notice tone="warning">
      <p>The words of this question have changed since it was answered, so the answer does not count yet. Change it below, or say that it still holds. <a [routerLink]="['/templates/versions', versionId(), 'changes']">What changed</a></p>
      @if (mayConfirm()) { <button type="button" class="att-button" (click)="confirmed.emit()">Checked and still true today</button> }
    </att-notice>
  `,
  styles: ':host { display: block; margin-bottom: 20px; } button { margin-top: 4px; }',
})
export class ToCheck {
  readonly versionId = input.required<string>();
  readonly mayConfirm = input.required<boolean>();
  readonly confirmed = output();
}
