import { Component, ElementRef, computed, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import type { RoundOrganisation } from '@attest/shared/client';
import { Field, FieldInput } from '@attest/shared/ui';
import { matching } from './narrowing';

/** More than anybody reads at once. */
const MOST_SHOWN = 300;
const steps: Readonly<Record<string, (at: number, last: number) => number>> = { ArrowDown: (at) => at + 1, ArrowUp: (at) => at - 1, PageDown: (at) => at + 8, PageUp: (at) => at - 8, Home: () => 0, End: (_, last) => last };

/** Organisations by name, out of hundreds: a list of boxes to tick that can be filtered, and is one stop for Tab. */
@Component({
  selector: 'att-organisation-picker',
  imports: [Field, FieldInput],
  templateUrl: './organisation-picker.html',
  styleUrl: './organisation-picker.scss',
  host: { '(keydown)': 'pressed($event)' },
})
export class OrganisationPicker {
  readonly organisations = input.required<readonly RoundOrganisation[]>();
  readonly chosen = input.required<readonly string[]>();
  readonly picked = output<string[]>();

  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  protected readonly term = signal('');
  private readonly matches = computed(() => matching(this.organisations(), this.term()));
  protected readonly shown = computed(() => this.matches().slice(0, MOST_SHOWN));
  protected readonly ticked = computed(() => new Set(this.chosen()));
  /** Where Tab comes in; the arrow keys go on from there. */
  protected readonly stop = linkedSignal({ source: this.shown, computation: () => 0 });
  protected readonly counted = computed(() => {
    const [all, matches] = [this.organisations().length, this.matches().length];
    // what another filter hides stays chosen, and is in again once it is listed again
    const ticked = this.organisations().filter(({ id }) => this.ticked().has(id)).length;
    const shown = matches === 0 ? ' No name fits what you typed.' : matches > MOST_SHOWN ? ` The first ${MOST_SHOWN} of ${matches} are listed: type to narrow it down.` : matches < all ? ` ${matches} of ${all} are listed.` : '';
    return `${ticked} chosen.${shown}`;
  });

  protected toggle(id: string): void {
    this.picked.emit(this.ticked().has(id) ? this.chosen().filter((one) => one !== id) : [...this.chosen(), id]);
  }

  protected chooseShown(): void {
    this.picked.emit([...new Set([...this.chosen(), ...this.matches().map(({ id }) => id)])]);
  }

  protected pressed(event: KeyboardEvent): void {
    const step = steps[event.key];
    const list = this.list().nativeElement;
    if (!step || !list.contains(event.target as Node)) return;
    event.preventDefault();
    const last = this.shown().length - 1;
    this.stop.set(Math.max(0, Math.min(last, step(this.stop(), last))));
    list.querySelectorAll('input')[this.stop()]?.focus();
  }
}
