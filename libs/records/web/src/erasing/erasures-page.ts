import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DatePipe, EmptyState, Tag } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { RecordsApi } from '../records-api';

export const erasureStates = { waiting: 'Waiting', done: 'Forgotten', refused: 'Refused' } as const;
const tones = { waiting: 'attention', done: 'quiet', refused: 'plain' } as const;

/** People who asked to be forgotten, those who wait first. */
@Component({
  selector: 'att-erasures-page',
  imports: [DatePipe, EmptyState, Page, RouterLink, Tag],
  template: `
    <att-page heading="Requests to be forgotten" back="/records" backLabel="Records and privacy" [of]="erasures"
      lead="People ask from their account. Decide within a month of the day they asked.">
      @if (erasures.hasValue()) {
        @if (erasures.value().length > 0) {
          <div class="att-scroll" role="region" aria-labelledby="erasures-caption" tabindex="0">
            <table class="att-table">
              <caption id="erasures-caption" class="att-visually-hidden">Requests, those that wait first</caption>
              <thead><tr><th scope="col">Who</th><th scope="col">State</th><th scope="col">Asked</th><th scope="col">Decided</th></tr></thead>
              <tbody>
                @for (one of erasures.value(); track one.id) {
                  <tr>
                    <th scope="row"><a [routerLink]="['/records/erasures', one.id]">{{ one.name }}</a></th>
                    <td><att-tag [tone]="tones[one.state]">{{ states[one.state] }}</att-tag></td>
                    <td class="att-nowrap">{{ one.askedAt | attDate }}</td>
                    <td>@if (one.decidedAt) { {{ one.decidedAt | attDate }}@if (one.decidedBy) {, {{ one.decidedBy }}} } @else { <span class="att-secondary">Not yet</span> }</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        } @else {
          <att-empty-state heading="Nobody has asked" text="When somebody asks from their account, they stand here with what would become of their name." />
        }
      }
    </att-page>
  `,
})
export class ErasuresPage {
  protected readonly erasures = inject(RecordsApi).erasures();
  protected readonly states = erasureStates;
  protected readonly tones = tones;
}
