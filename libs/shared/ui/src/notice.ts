import { Component, booleanAttribute, computed, input } from '@angular/core';
import { Icon } from './icon';

const tones = {
  info: { icon: 'info', word: 'Note' },
  success: { icon: 'check-circle', word: 'Done' },
  warning: { icon: 'warning', word: 'Warning' },
} as const;

/** A lasting message on the page. With `announce`, screen readers say it when it appears. */
@Component({
  selector: 'att-notice',
  imports: [Icon],
  template: `
    <att-icon [name]="look().icon" />
    <div class="words" [attr.role]="announce() ? 'status' : null">
      <span class="att-visually-hidden">{{ look().word }}: </span><ng-content />
    </div>
  `,
  styleUrl: './notice.scss',
  host: { '[class]': 'tone()' },
})
export class Notice {
  readonly tone = input<keyof typeof tones>('info');
  readonly announce = input(false, { transform: booleanAttribute });
  protected readonly look = computed(() => tones[this.tone()]);
}
