import { Component, computed, input, linkedSignal } from '@angular/core';
import { wordCount } from '@attest/domain/questionnaire';

const SHOWN = 40;

/** Somebody's own words: the first forty, and the rest when asked for. On paper all of them. */
@Component({
  selector: 'att-long-words',
  template: `
    @if (count() <= shownAtMost) {
      <p>{{ text() }}</p>
    } @else {
      <p [class.screen]="!open()">{{ open() ? text() : start() + ' …' }}</p>
      @if (!open()) { <p class="paper">{{ text() }}</p> }
      <button type="button" class="att-button att-button--quiet att-button--small" [attr.aria-expanded]="open()" (click)="open.set(!open())">
        {{ open() ? 'Show less' : 'Show all ' + count() + ' words' }}<span class="att-visually-hidden"> of {{ of() }}</span>
      </button>
    }
  `,
  styles: `
    p { max-width: var(--att-measure); margin: 0; white-space: pre-line; }
    button { margin-left: -12px; }
    .paper { display: none; }
    @media print { .screen { display: none; } .paper { display: block; } }
  `,
})
export class LongWords {
  readonly text = input.required<string>();
  /** Whose words they are. */
  readonly of = input('');
  protected readonly shownAtMost = SHOWN + 10;
  protected readonly open = linkedSignal({ source: this.text, computation: () => false });
  protected readonly count = computed(() => wordCount(this.text()));
  protected readonly start = computed(() => this.text().split(/\s+/u).filter(Boolean).slice(0, SHOWN).join(' '));
}
