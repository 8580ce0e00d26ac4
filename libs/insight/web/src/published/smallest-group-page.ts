import { Component, inject, linkedSignal, signal } from '@angular/core';
import { Field, FieldInput, Notice } from '@attest/shared/ui';
import { Page, faultsOf, problemOf } from '@attest/shared/web';
import { PublishedApi } from './published-api';

/** How many organisations a figure is about at least. What is published already stays as it was. */
@Component({
  selector: 'att-smallest-group-page',
  imports: [Field, FieldInput, Notice, Page],
  template: `
    <att-page heading="Smallest group" back="/settings" backLabel="Settings" [of]="asked"
      lead="Figures for those who took part and for everybody are never about fewer organisations than this. Each of those who took part knows its own level, so a number is shown from one more.">
      @if (said()) { <att-notice tone="success" announce>{{ said() }}</att-notice> }
      <form novalidate (submit)="save($event, minimum.value)">
        <att-field label="Organisations in a group, at least" name="minimum" hint="From 5, as usual in official statistics, to 10. What has been published stays as it is." [error]="wrong()">
          <input attInput #minimum type="text" inputmode="numeric" autocomplete="off" class="att-input--short" [value]="shown()" />
        </att-field>
        <p class="att-buttons"><button type="submit" class="att-button att-button--primary" [attr.aria-disabled]="busy()">Save</button></p>
      </form>
    </att-page>
  `,
})
export class SmallestGroupPage {
  private readonly api = inject(PublishedApi);
  protected readonly asked = this.api.minimum();
  protected readonly shown = linkedSignal(() => (this.asked.hasValue() ? this.asked.value().minimum : 5));
  protected readonly wrong = signal('');
  protected readonly said = signal('');
  protected readonly busy = signal(false);

  protected async save(event: Event, typed: string): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    this.wrong.set('');
    this.said.set('');
    try {
      this.shown.set((await this.api.setMinimum(Number(typed))).minimum);
      this.said.set('Saved.');
    } catch (error) {
      this.wrong.set(faultsOf(problemOf(error))[0]!.detail);
    } finally {
      this.busy.set(false);
    }
  }
}
