import { HttpClient } from '@angular/common/http';
import { Component, DOCUMENT, DestroyRef, Injectable, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { listed } from '@attest/domain/questionnaire';
import type { HereView } from '@attest/shared/client';
import { Icon } from '@attest/shared/ui';
import { Session } from '@attest/shared/web';
import { CurrentReturn } from '../current-return';

const BEAT = 15_000;
/** After so long without a key or a press nobody is here, and the session may rest. */
const STILL = 5 * 60_000;

/** Says that one is here for as long as one is, and knows who else is. Nothing is sent while the page is hidden. */
@Injectable()
export class Presence {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly current = inject(CurrentReturn);
  private readonly document = inject(DOCUMENT);

  private readonly seen = signal<readonly HereView[]>([]);
  readonly others = this.seen.asReadonly();
  private lastActed = Date.now();
  private open = 0;
  /** The answer that was last said to be worked on. */
  private told: string | null = null;

  constructor() {
    const acted = () => { this.lastActed = Date.now(); };
    const shown = () => { if (this.document.visibilityState === 'visible') void this.beat(); };
    // whoever begins an answer says so at once
    const moved = () => { if (this.at() !== this.told) void this.beat(); };
    const timer = setInterval(() => void this.beat(), BEAT);
    // at once when it is known whose return this is, and not only with the next beat
    const known = computed(() => this.current.view()?.id);
    effect(() => { if (known() && this.open > 0) untracked(() => void this.beat()); });
    for (const name of ['keydown', 'pointerdown']) this.document.addEventListener(name, acted, true);
    this.document.addEventListener('focusin', moved);
    this.document.addEventListener('visibilitychange', shown);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      for (const name of ['keydown', 'pointerdown']) this.document.removeEventListener(name, acted, true);
      this.document.removeEventListener('focusin', moved);
      this.document.removeEventListener('visibilitychange', shown);
    });
  }

  /** A page of the return is open. Gives back how to say that it is not. */
  arrive(): () => void {
    this.open++;
    setTimeout(() => void this.beat());
    return () => { this.open--; };
  }

  private async beat(): Promise<void> {
    const view = this.current.view();
    const mine = view && this.session.organisations().some(({ id }) => id === view.organisation.id);
    const away = this.open === 0 || this.document.visibilityState === 'hidden' || Date.now() - this.lastActed > STILL;
    if (!mine || away || this.session.expired() || view.closedBecause) return this.seen.set([]);
    this.told = this.at();
    const others = await firstValueFrom(this.http.put<HereView[]>(`/api/submissions/${view.id}/presence`, { questionId: this.told })).catch((): HereView[] => []);
    this.seen.set(others);
  }

  /** The question whose fields have the focus. */
  private at(): string | null {
    const form = this.document.activeElement?.closest('[data-answering]');
    return form?.getAttribute('data-answering') ?? null;
  }
}

/** "Priya Shah is editing this answer." Beside a return, who else has it open. */
@Component({
  selector: 'att-who-is-here',
  imports: [Icon],
  template: `
    <p role="status" class="att-visually-hidden">{{ words() }}</p>
    @if (words(); as said) { <p class="here" aria-hidden="true"><att-icon name="person" />{{ said }}</p> }
  `,
  styles: `
    :host { display: contents; }
    .here { display: flex; gap: 6px; align-items: center; margin: 0; color: var(--att-text-secondary); font-size: 1rem; }
    @media print { .here { display: none; } }
  `,
})
export class WhoIsHere {
  private readonly presence = inject(Presence);
  /** The question they would be editing; empty for whoever has any page open. */
  readonly questionId = input('');

  protected readonly words = computed(() => {
    const at = this.questionId();
    const names = this.presence.others().filter(({ questionId }) => at === '' || questionId === at).map(({ person }) => person.name);
    if (names.length === 0) return '';
    return `${listed(names)} ${names.length === 1 ? 'is' : 'are'} ${at === '' ? 'here too' : 'editing this answer'}`;
  });

  constructor() {
    inject(DestroyRef).onDestroy(this.presence.arrive());
  }
}
