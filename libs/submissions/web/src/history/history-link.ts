import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@attest/shared/ui';
import { Sharing } from '../sharing/sharing';

/** The way to what was written to a question before, for those it is the business of. */
@Component({
  selector: 'att-history-link',
  imports: [Icon, RouterLink],
  template: `
    @if (sharing.view()) {
      <a class="att-button att-button--quiet att-button--small" [routerLink]="['/returns', id(), 'questions', questionId(), 'history']"><att-icon name="history" />History<span class="att-visually-hidden"> of {{ name() }}</span></a>
    }
  `,
  styles: ':host { display: contents; } @media print { a { display: none; } }',
})
export class HistoryLink {
  protected readonly sharing = inject(Sharing);
  readonly id = input.required<string>();
  readonly questionId = input.required<string>();
  readonly name = input.required<string>();
}
