import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReleasePreview } from '@attest/shared/client';
import { Confirm, DatePipe, Notice } from '@attest/shared/ui';
import { Page, problemOf } from '@attest/shared/web';
import { ByChoice } from './by-choice';
import { PublishedApi } from './published-api';
import { PublishedFigures } from './published-figures';

/** The figures of a closed round as those who took part will see them; then published, and as they are from then on. */
@Component({
  selector: 'att-publish-page',
  imports: [ByChoice, DatePipe, Notice, Page, PublishedFigures, RouterLink],
  templateUrl: './publish-page.html',
})
export class PublishPage {
  private readonly api = inject(PublishedApi);
  private readonly confirm = inject(Confirm);

  readonly roundId = input.required<string>();
  readonly by = input<'group' | 'area'>();

  protected readonly preview = this.api.preview(this.roundId, computed(() => ({ by: this.by() })));
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  protected readonly said = signal('');

  protected async publish({ digest }: ReleasePreview): Promise<void> {
    const sure = await this.confirm.ask({
      heading: 'Publish these figures?',
      text: 'Everybody who took part can read them, beside their own level. They stay as they are: figures can be published again only once enough organisations count otherwise that nobody can be found by comparing the two.',
      action: 'Publish figures',
    });
    if (!sure || this.busy()) return;
    this.busy.set(true);
    this.refused.set('');
    try {
      await this.api.publish(this.roundId(), digest!);
      this.said.set('Published. Those who took part find them on their home page and on their receipt.');
    } catch (error) {
      this.refused.set(problemOf(error).detail);
    } finally {
      this.busy.set(false);
      this.preview.reload();
    }
  }
}
