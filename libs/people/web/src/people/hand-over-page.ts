import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form, required, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { afterHandover, type Handover } from '@attest/domain/access';
import { isAddress } from '@attest/domain/invitations';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults, Page } from '@attest/shared/web';
import { PeopleApi } from './people-api';

const choices: Readonly<Record<Handover, string>> = {
  contributor: 'I stay as a contributor: I answer, and no longer submit or decide who can see us.',
  viewer: 'I stay as a viewer: I read, and change nothing.',
  leaves: 'I leave: I no longer see this organisation.',
};

/** The lead hands over. Until the next one accepts, nothing changes. */
@Component({
  selector: 'att-hand-over-page',
  imports: [ErrorSummary, Field, FieldInput, FormField, Page, RouterLink],
  templateUrl: './hand-over-page.html',
  styleUrl: './invite-colleague-page.scss',
})
export class HandOverPage {
  private readonly api = inject(PeopleApi);
  private readonly router = inject(Router);

  readonly id = input.required<string>();
  protected readonly people = this.api.ofOrganisation(this.id);
  protected readonly name = computed(() => (this.people.hasValue() ? this.people.value().organisation.name : 'this organisation'));
  protected readonly possible = computed(() => this.people.hasValue() && this.people.value().moves.includes('hand-over'));
  protected readonly choices = afterHandover.map((key) => ({ key, words: choices[key] }));
  protected readonly faults = new FormFaults();
  protected readonly typed = signal({ name: '', email: '', afterwards: '' });

  protected readonly form = form(this.typed, (path) => {
    required(path.email, { message: 'Enter the e-mail address of the next lead.' });
    validate(path.email, ({ value }) => (value() && !isAddress(value().trim()) ? { kind: 'email', message: 'Enter an e-mail address in the form name@example.org.' } : undefined));
    required(path.afterwards, { message: 'Choose what becomes of you.' });
  }, { name: 'handover' });

  protected handOver(event: Event): Promise<void> {
    event.preventDefault();
    const { name, email, afterwards } = this.typed();
    return this.faults.attempt(this.form, async () => {
      await this.api.handOver(this.id(), { name: name.trim(), email: email.trim(), afterwards: afterwards as Handover });
      await this.router.navigate(['/organisations', this.id(), 'people']);
    });
  }
}
