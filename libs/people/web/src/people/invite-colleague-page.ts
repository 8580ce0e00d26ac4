import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, form, required, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { Role } from '@attest/domain/access';
import { isAddress } from '@attest/domain/invitations';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults, Page } from '@attest/shared/web';
import { PeopleApi } from './people-api';
import { roleMeanings, roleWords } from './people-words';

/** A colleague, by whoever answers for the organisation. */
@Component({
  selector: 'att-invite-colleague-page',
  imports: [ErrorSummary, Field, FieldInput, FormField, Page, RouterLink],
  templateUrl: './invite-colleague-page.html',
  styleUrl: './invite-colleague-page.scss',
})
export class InviteColleaguePage {
  private readonly api = inject(PeopleApi);
  private readonly router = inject(Router);

  readonly id = input.required<string>();
  protected readonly people = this.api.ofOrganisation(this.id);
  protected readonly name = computed(() => (this.people.hasValue() ? this.people.value().organisation.name : 'this organisation'));
  protected readonly roles = computed<readonly Role[]>(() => (this.people.hasValue() ? this.people.value().mayGive : []));
  protected readonly words = { role: roleWords, meaning: roleMeanings };
  protected readonly faults = new FormFaults();
  protected readonly typed = linkedSignal(() => ({ name: '', email: '', role: this.roles().includes('contributor') ? 'contributor' : '' }));

  protected readonly form = form(this.typed, (path) => {
    required(path.email, { message: 'Enter the e-mail address.' });
    validate(path.email, ({ value }) => (value() && !isAddress(value().trim()) ? { kind: 'email', message: 'Enter an e-mail address in the form name@example.org.' } : undefined));
    required(path.role, { message: 'Choose a role.' });
  }, { name: 'colleague' });

  protected invite(event: Event): Promise<void> {
    event.preventDefault();
    const { name, email, role } = this.typed();
    return this.faults.attempt(this.form, async () => {
      await this.api.invite({ name: name.trim(), email: email.trim(), role: role as Role, organisationId: this.id(), trust: null });
      await this.router.navigate(['/organisations', this.id(), 'people']);
    });
  }
}
