import { Component, computed, input } from '@angular/core';
import { Icon } from './icon';

const words = { up: 'Up', down: 'Down', same: 'Same' } as const;

/** Up, down or the same since last time: an arrow and words, never a colour alone. */
@Component({
  selector: 'att-movement',
  imports: [Icon],
  template: `<att-icon [name]="movement()" /><span [class.att-visually-hidden]="compact()">{{ said() }}</span>`,
  styles: ':host { display: inline-flex; align-items: center; gap: 4px; white-space: nowrap; }',
})
export class Movement {
  readonly movement = input.required<'up' | 'down' | 'same'>();
  /** The word of the level before, such as "Partly met". */
  readonly from = input('');
  /** Arrow only, with the words for screen readers, as in a table cell. */
  readonly compact = input(false);

  protected readonly said = computed(() => {
    const [movement, from] = [this.movement(), this.from()];
    if (!from) return movement === 'same' ? 'Same as last time' : `${words[movement]} since last time`;
    return movement === 'same' ? `Same as last time: ${from}` : `${words[movement]} from ${from}`;
  });
}
