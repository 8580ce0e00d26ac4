import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SubmissionView } from '@attest/shared/client';
import { Tag } from '@attest/shared/ui';

/** What is left when nothing is left to answer: to check it, and each signature in its turn. */
@Component({
  selector: 'att-sign-off-tasks',
  imports: [RouterLink, Tag],
  template: `
    <ul class="att-list">
      @for (step of steps(); track step.key) {
        <li>
          @if (step.way) { <a [routerLink]="['/returns', of().id, 'sign']">Sign-off: {{ step.who }}</a> } @else { <span class="name">Sign-off: {{ step.who }}</span> }
          <att-tag [tone]="step.tone">{{ step.word }}</att-tag>
        </li>
      }
    </ul>
  `,
  styles: `
    ul { max-width: 56rem; }
    li { display: flex; flex-wrap: wrap; gap: 4px 24px; align-items: center; justify-content: space-between; min-height: 52px; border-bottom: 1px solid var(--att-line); }
    a, .name { display: inline-flex; align-items: center; min-height: 44px; } a { font-weight: 650; }
    att-tag { white-space: normal; }
  `,
})
export class SignOffTasks {
  readonly of = input.required<SubmissionView>();

  private readonly ready = computed(() => this.of().state === 'signing' || (this.of().state !== 'not-started' && this.of().blockers.length === 0));
  protected readonly steps = computed(() => this.of().signOff.map((step) => {
    const { key, who, state, signature } = step;
    if (state === 'signed') return { key, who, way: true, word: signature ? `Signed by ${signature.name}` : 'Signed', tone: 'quiet' } as const;
    if (state === 'later' || !this.ready()) return { key, who, way: false, word: 'Cannot start yet', tone: 'plain' } as const;
    return this.of().moves.includes('sign') ? { key, who, way: true, word: 'Ready for your signature', tone: 'attention' } as const : { key, who, way: true, word: `With the ${within(who)}`, tone: 'open' } as const;
  }));
}

/** "Head teacher" in the middle of a sentence; a title such as "Designated Safeguarding Lead" stays as it is. */
function within(who: string): string {
  return /[A-Z]/.test(who.slice(1)) ? who : who.charAt(0).toLowerCase() + who.slice(1);
}
