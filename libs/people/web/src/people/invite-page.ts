import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { FormField, form, required, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { organisationRoles, type Role } from '@attest/domain/access';
import { isAddress } from '@attest/domain/invitations';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults, Page } from '@attest/shared/web';
import { OrganisationChoice } from './organisation-choice';
import { PeopleApi } from './people-api';
import { roleGroups, roleMeanings, roleWords } from './people-words';

/** One person, to one role. */
@Component({
  selector: 'att-invite-page',
  imports: [ErrorSummary, Field, FieldInput, FormField, OrganisationChoice, Page, RouterLink],
  templateUrl: './invite-page.html',
  styles: 'form { max-width: 40rem; }',
})
export class InvitePage {
  private readonly api = inject(PeopleApi);
  private readonly router = inject(Router);

  /** The organisation that was asked for in the address. */
  readonly organisationId = input<string>();
  readonly role = input<Role>();

  protected readonly groups = roleGroups;
  protected readonly words = { role: roleWords, meaning: roleMeanings };
  protected readonly faults = new FormFaults();
  protected readonly organisation = linkedSignal<string | null>(() => this.organisationId() ?? null);
  protected readonly typed = linkedSignal(() => ({ name: '', email: '', role: (this.role() ?? 'lead') as string, trust: '' }));
  protected readonly chosenRole = computed(() => this.typed().role as Role);
  protected readonly inOrganisation = computed(() => this.chosenRole() !== 'trust-lead' && organisationRoles.some((role) => role === this.chosenRole()));
  protected readonly trusts = httpResource<string[]>(() => (this.chosenRole() === 'trust-lead' ? '/api/people/trusts' : undefined), { defaultValue: [] });

  protected readonly form = form(this.typed, (path) => {
    required(path.role, { message: 'Choose a role.' });
    validate(path.trust, ({ value }) => (this.chosenRole() === 'trust-lead' && !value() ? { kind: 'trust', message: 'Choose the trust.' } : undefined));
    required(path.email, { message: 'Enter the e-mail address.' });
    validate(path.email, ({ value }) => (value() && !isAddress(value().trim()) ? { kind: 'email', message: 'Enter an e-mail address in the form name@example.org.' } : undefined));
  }, { name: 'invitation' });
  /** Beside the form's own rules, because the organisation is chosen and not typed. */
  protected readonly missing = signal('');
  protected readonly errors = computed(() => [...(this.missing() ? [{ where: 'organisationId', detail: this.missing() }] : []), ...this.faults.all()]);

  protected invite(event: Event): Promise<void> {
    event.preventDefault();
    this.missing.set(this.inOrganisation() && !this.organisation() ? 'Choose the organisation.' : '');
    const { name, email, trust } = this.typed();
    const role = this.chosenRole();
    return this.faults.attempt(this.form, async () => {
      if (this.missing()) return;
      await this.api.invite({ name: name.trim(), email: email.trim(), role, organisationId: this.inOrganisation() ? this.organisation() : null, trust: role === 'trust-lead' ? trust : null });
      await this.router.navigate(['/people/invitations']);
    });
  }
}
