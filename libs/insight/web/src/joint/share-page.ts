import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Notice } from '@attest/shared/ui';
import { Page, problemOf } from '@attest/shared/web';
import { PublishedFigures } from '../published/published-figures';
import { JointFiguresApi } from './joint-figures-api';

/** What one partner would see, looked at before it does. */
@Component({
  selector: 'att-share-page',
  imports: [Notice, Page, PublishedFigures],
  template: `
    <att-page [heading]="heading()" caption="Figures of the joint round" [back]="['/compare', roundId(), 'joint']" backLabel="Figures of the joint round" [of]="preview"
      lead="This is what they would see, and all that they would see: your published figures of all organisations together, with more hidden where an organisation works in both partnerships.">
      @if (preview.hasValue()) {
        @if (refused()) { <att-notice tone="warning" announce>{{ refused() }}</att-notice> }
        @if (preview.value().refused; as why) { <att-notice>{{ why }}</att-notice> }
        @if (preview.value().figures; as figures) {
          <p>You see theirs once they share as well. You can withdraw yours at any time; with one partner, they stay those of one publication.</p>
          <p class="att-buttons"><button type="button" class="att-button att-button--primary" [attr.aria-disabled]="busy()" (click)="share(preview.value().digest!)">Share these figures</button></p>
          <att-published-figures [view]="figures" />
        }
      }
    </att-page>
  `,
  styles: '.att-buttons { margin-bottom: 24px; }',
})
export class SharePage {
  private readonly api = inject(JointFiguresApi);
  private readonly router = inject(Router);
  readonly roundId = input.required<string>();
  readonly place = input.required<string>();

  protected readonly preview = this.api.preview(this.roundId, this.place);
  protected readonly heading = computed(() => (this.preview.hasValue() ? `Share figures with ${this.preview.value().partner}` : 'Share figures'));
  protected readonly busy = signal(false);
  protected readonly refused = signal('');

  protected async share(digest: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set('');
    try {
      await this.api.share(this.roundId(), this.place(), digest);
      await this.router.navigate(['/compare', this.roundId(), 'joint']);
    } catch (error) {
      this.refused.set(problemOf(error).detail);
      this.preview.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
