import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Notice } from '@attest/shared/ui';

/** The mark on an answer that somebody has to look at, because its question got other words, it is that of the round before or a guest wrote it; and the way to take it off. */
@Component({
  selector: 'att-to-check',
  imports: [Notice, RouterLink],
  template: `
    <att-notice tone="warning">
      @if (guest(); as who) {
        <p><strong>Answered by a guest: check it.</strong> {{ who }}, wrote this. It does not count until one of you has looked at it. Change it below, or say that it is right.</p>
      } @else if (fromLastRound()) {
        <p><strong>Carried forward, not yet checked.</strong> These words are from last round, so they do not count yet. Change them below, or say that they are still true.</p>
      } @else {
        <p>The words of this question have changed since it was answered, so the answer does not count yet. Change it below, or say that it still holds. <a [routerLink]="['/templates/versions', versionId(), 'changes']">What changed</a></p>
      }
      @if (mayConfirm()) { <button type="button" class="att-button" (click)="confirmed.emit()">{{ guest() ? 'Checked and right' : 'Checked and still true today' }}</button> }
    </att-notice>
  `,
  styles: ':host { display: block; margin-bottom: 20px; } button { margin-top: 4px; }',
})
export class ToCheck {
  readonly versionId = input.required<string>();
  readonly fromLastRound = input(false);
  /** Who wrote it, where that was somebody without an account. */
  readonly guest = input<string | null>(null);
  readonly mayConfirm = input.required<boolean>();
  readonly confirmed = output();
}
