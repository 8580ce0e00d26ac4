import { Component, computed, inject, input, linkedSignal, output, untracked } from '@angular/core';
import { FormField, form, maxLength, required, validate } from '@angular/forms/signals';
import { isAddress } from '@attest/domain/invitations';
import type { GivenGuestLink, GuestLinksView, SectionView } from '@attest/shared/client';
import { DAY_HINT, DayInput, ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults, validDay } from '@attest/shared/web';
import { GuestLinks } from './guest-links';

/** Who is asked, which questions, until when. */
@Component({
  selector: 'att-guest-form',
  imports: [DayInput, ErrorSummary, Field, FieldInput, FormField],
  templateUrl: './guest-form.html',
  styles: ':host { display: block; max-width: var(--att-measure); } fieldset { margin-bottom: 20px; } .error { margin: 0 0 8px; color: var(--att-error); font-weight: 650; } details { border-top: 1px solid var(--att-line); } details:last-of-type { border-bottom: 1px solid var(--att-line); } summary { padding: 8px 0; } .of { padding: 0 0 12px 8px; }',
})
export class GuestForm {
  private readonly links = inject(GuestLinks);

  readonly sections = input.required<readonly SectionView[]>();
  readonly view = input.required<GuestLinksView>();
  /** Chosen already: what somebody was looking at when they thought of a guest. */
  readonly asked = input<readonly string[]>([]);
  readonly given = output<GivenGuestLink>();

  protected readonly faults = new FormFaults();
  protected readonly dayHint = DAY_HINT;
  protected readonly chosen = linkedSignal<ReadonlySet<string>>(() => new Set(this.asked()));
  protected readonly typed = linkedSignal(() => ({ name: '', email: '', note: '', untilOn: untracked(this.view).usualDay }));
  protected readonly form = form(this.typed, (path) => {
    required(path.name, { message: 'Enter the name of whoever you ask.' });
    required(path.email, { message: 'Enter the e-mail address.' });
    validate(path.email, ({ value }) => (value() && !isAddress(value().trim()) ? { kind: 'email', message: 'Enter an e-mail address in the form name@example.org.' } : undefined));
    required(path.untilOn, { message: 'Enter the last day on which the link should work.' });
    validDay(path.untilOn, 'Enter the last day');
    maxLength(path.note, 1_000, { message: 'Use 1,000 characters or fewer.' });
  }, { name: 'guest' });
  protected readonly rows = computed(() => this.sections().map(({ key, ref, title, questions }) => {
    const ids = questions.map(({ id }) => id);
    const count = ids.filter((id) => this.chosen().has(id)).length;
    return { key, name: `${ref} ${title}`, questions, ids, count, all: count === ids.length };
  }));

  protected toggle(ids: readonly string[], on: boolean): void {
    this.chosen.update((before) => new Set(on ? [...before, ...ids] : [...before].filter((one) => !ids.includes(one))));
  }

  protected send(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      const { name, email, note, untilOn } = this.typed();
      const given = await this.links.give({ name: name.trim(), email: email.trim(), note: note.trim(), untilOn, questionIds: [...this.chosen()] });
      this.typed.update((before) => ({ ...before, name: '', email: '', note: '' }));
      this.chosen.set(new Set());
      this.given.emit(given);
    });
  }
}
