import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OrganisationView } from '@attest/shared/client';
import { Tag } from '@attest/shared/ui';
import { groupOf, statusTones, statusWords } from './organisation-words';

@Component({
  selector: 'att-organisations-table',
  imports: [RouterLink, Tag],
  templateUrl: './organisations-table.html',
  styles: `
    .name { min-width: 14rem; }
    .followed { color: var(--att-text-secondary); font-size: 0.9375rem; font-weight: 400; }
    tr:has(.closed) { color: var(--att-text-secondary); }
  `,
})
export class OrganisationsTable {
  readonly organisations = input.required<readonly OrganisationView[]>();
  protected readonly groupOf = groupOf;
  protected readonly statusWords = statusWords;
  protected readonly statusTones = statusTones;
}
