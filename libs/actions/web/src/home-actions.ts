import { Component, computed, inject } from '@angular/core';
import { Session } from '@attest/shared/web';
import { ActionCounts } from './action-counts';
import { ActionsApi } from './actions-api';

/** What was promised and still has to be done; nothing where nothing was. */
@Component({
  selector: 'att-home-actions',
  imports: [ActionCounts],
  template: `
    @if (open().length > 0) {
      <h2>Your actions</h2>
      <att-action-counts [counts]="open()" />
    }
  `,
})
export class HomeActions {
  private readonly session = inject(Session);
  private readonly list = inject(ActionsApi).list(computed(() => ({ organisationId: this.session.organisation()?.id })));
  protected readonly open = computed(() => (this.list.hasValue() ? this.list.value().counts.filter(({ standing, count }) => count > 0 && standing !== 'verified' && standing !== 'dropped') : []));
}
