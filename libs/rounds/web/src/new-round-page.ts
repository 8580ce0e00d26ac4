import { Component, inject } from '@angular/core';
import { areas } from '@attest/people/web';
import { EmptyState } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { NewRoundForm } from './new-round-form';
import { RoundsApi } from './rounds-api';

/** A round is drafted here, and opened from its own page once it has been looked at. */
@Component({
  selector: 'att-new-round-page',
  imports: [EmptyState, NewRoundForm, Page],
  template: `
    <att-page heading="New round" caption="Rounds" back="/rounds" backLabel="All rounds" [of]="templates"
      lead="Everything is filled in as it usually is. Change what differs, then save the draft: nobody is asked until you open the round.">
      @if (templates.hasValue()) {
        @if (templates.value().length > 0) { <att-new-round-form [templates]="templates.value()" [areas]="areas.hasValue() ? areas.value() : []" /> }
        @else { <att-empty-state heading="No questionnaire has been published" text="A round needs a published questionnaire. Ask whoever runs this Attest to load the questionnaires it brings along." /> }
      }
    </att-page>
  `,
})
export class NewRoundPage {
  protected readonly templates = inject(RoundsApi).templates();
  protected readonly areas = areas();
}
