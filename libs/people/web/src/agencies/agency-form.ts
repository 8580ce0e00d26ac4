import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, form, maxLength, minLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { sectorWords, sectors, type Sector } from '@attest/domain/questionnaire';
import type { Agency, OrganisationView } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults } from '@attest/shared/web';
import { areas } from '../areas';
import { OrganisationsApi } from '../organisations-api';

type Feature = Agency['features'][number];

/** What decides which questions an agency is asked, in the words of the audit. */
const features: readonly { readonly key: Feature; readonly words: string }[] = [
  { key: 'statutory', words: 'Named in section 11 of the Children Act 2004' },
  { key: 'commissions', words: 'Commissions services for children or families' },
  { key: 'employs-volunteers', words: 'Has volunteers' },
  { key: 'health', words: 'Is a health service' },
];

/** An agency of the register, new or known. */
@Component({
  selector: 'att-agency-form',
  imports: [ErrorSummary, Field, FieldInput, FormField, RouterLink],
  templateUrl: './agency-form.html',
  styleUrl: '../people/invite-colleague-page.scss',
})
export class AgencyForm {
  private readonly api = inject(OrganisationsApi);
  private readonly router = inject(Router);

  /** Null for a new one. */
  readonly agency = input<OrganisationView | null>(null);

  protected readonly areas = areas();
  protected readonly sectors = sectors.map((key) => ({ key, label: sectorWords[key] }));
  protected readonly features = features;
  protected readonly faults = new FormFaults();
  protected readonly typed = linkedSignal(() => {
    const known = this.agency();
    return { name: known?.name ?? '', sector: (known?.sector ?? '') as string, areaId: known?.area?.id ?? '' };
  });
  protected readonly has = linkedSignal<ReadonlySet<string>>(() => new Set<string>(this.agency()?.features ?? []));
  protected readonly back = computed(() => (this.agency() ? ['/organisations', this.agency()!.id] : ['/organisations']));

  protected readonly form = form(this.typed, (path) => {
    required(path.name, { message: 'Enter the name of the agency.' });
    minLength(path.name, 2, { message: 'The name must have 2 characters or more.' });
    maxLength(path.name, 200, { message: 'The name must have 200 characters or fewer.' });
    required(path.sector, { message: 'Choose a sector.' });
  }, { name: 'agency' });

  protected turn(feature: string, on: boolean): void {
    this.has.update((before) => new Set(on ? [...before, feature] : [...before].filter((each) => each !== feature)));
  }

  protected save(event: Event): Promise<void> {
    event.preventDefault();
    const { name, sector, areaId } = this.typed();
    return this.faults.attempt(this.form, async () => {
      const agency = { name: name.trim(), sector: sector as Sector, areaId: areaId || null, features: features.map(({ key }) => key).filter((key) => this.has().has(key)) };
      const saved = await this.api.saveAgency(agency, this.agency()?.id ?? null);
      await this.router.navigate(['/organisations', saved.id]);
    });
  }
}
