import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { Icon, dateInWords } from '@attest/shared/ui';
import { CurrentDraft } from './current-draft';

const looks = { saved: 'check', saving: 'check', delayed: 'schedule', 'signed-out': 'schedule' } as const;
/** Screen readers hear of saving at most this often, in milliseconds. */
const BETWEEN = 10_000;

/** Says, always in the same place, whether the draft is safe. */
@Component({
  selector: 'att-draft-status',
  imports: [Icon],
  template: `
    <att-icon [name]="looks[draft.status()]" /><span aria-hidden="true">{{ text() }}</span>
    <span class="att-visually-hidden" role="status">{{ announced() }}</span>
  `,
  styles: `
    :host { display: inline-flex; align-items: center; gap: 6px; min-height: 28px; color: var(--att-text-secondary); font-size: 1rem; }
    :host(.saved) att-icon { color: var(--att-success); }
    :host(.saving) att-icon { opacity: 0.35; }
    :host(.delayed), :host(.signed-out) { padding: 2px 10px 2px 8px; border-radius: var(--att-radius); background: var(--att-warning-soft); color: var(--att-on-warning-soft); font-weight: 600; }
  `,
  host: { '[class]': 'draft.status()' },
})
export class DraftStatus {
  protected readonly draft = inject(CurrentDraft);
  protected readonly looks = looks;
  protected readonly text = computed(() => {
    const at = this.draft.savedAt();
    return {
      'saved': at ? `Saved ${dateInWords(at, 'clock')}` : '',
      'saving': 'Saving…',
      'delayed': 'Not saved yet: trying again',
      'signed-out': 'Not saved yet: sign in again to save',
    }[this.draft.status()];
  });
  protected readonly announced = signal('');
  private last = Date.now();

  constructor() {
    effect((onCleanup) => {
      const text = this.text();
      if (this.draft.status() === 'saving' || text === untracked(this.announced)) return;
      const timer = setTimeout(() => { this.last = Date.now(); this.announced.set(text); }, Math.max(0, this.last + BETWEEN - Date.now()));
      onCleanup(() => clearTimeout(timer));
    });
  }
}
