import { httpResource } from '@angular/common/http';
import { Component, computed, input, model, signal, untracked } from '@angular/core';
import type { OrganisationList, OrganisationView } from '@attest/shared/client';
import { Field, FieldInput } from '@attest/shared/ui';

/** One organisation out of hundreds: type part of its name or its URN, then choose. */
@Component({
  selector: 'att-organisation-choice',
  imports: [Field, FieldInput],
  template: `
    @if (current(); as one) {
      <p class="label">Organisation</p>
      <p class="chosen"><strong>{{ one.name }}</strong>@if (one.urn) { <span class="att-secondary"> URN {{ one.urn }}</span> }
        <button type="button" class="att-button att-button--quiet att-button--small" (click)="again()">Choose another</button></p>
    } @else {
      <att-field label="Organisation" hint="Type part of the name, or the URN." name="organisationId" [error]="error()">
        <input attInput #term type="search" autocomplete="off" [value]="search()" (input)="search.set(term.value)" (keydown.enter)="$event.preventDefault()" />
      </att-field>
      @if (search().trim()) {
        <fieldset>
          <legend class="att-visually-hidden">Organisations that match</legend>
          <p class="att-secondary" role="status">{{ counted() }}</p>
          @for (one of matches(); track one.id) {
            <label class="att-choice"><input type="radio" name="organisation" (change)="choose(one)" /><span>{{ one.name }}<span class="att-secondary"> {{ one.urn ? 'URN ' + one.urn : 'Agency' }}</span></span></label>
          }
        </fieldset>
      }
    }
  `,
  styles: `
    :host { display: block; max-width: 30rem; margin-bottom: 24px; }
    att-field { margin-bottom: 12px; }
    fieldset { margin: 0; padding: 0; border: 0; }
    .label { margin: 0 0 4px; font-weight: 650; }
    .chosen { margin: 0; }
  `,
})
export class OrganisationChoice {
  readonly chosen = model<string | null>(null);
  readonly error = input('');

  protected readonly search = signal('');
  private readonly picked = signal<OrganisationView | null>(null);
  private readonly found = httpResource<OrganisationList>(() => {
    const search = this.search().trim();
    return search ? { url: '/api/organisations', params: { search } } : undefined;
  });
  /** One that came by the address of the page is not known by name yet. */
  private readonly given = httpResource<OrganisationView>(() => {
    const id = this.chosen();
    return id && untracked(this.picked)?.id !== id ? `/api/organisations/${id}` : undefined;
  });

  protected readonly current = computed(() => {
    const id = this.chosen();
    if (!id) return null;
    const picked = this.picked();
    return picked?.id === id ? picked : this.given.hasValue() ? this.given.value() : null;
  });
  private readonly open = computed(() => (this.found.hasValue() ? this.found.value().items.filter(({ status }) => status !== 'closed') : []));
  protected readonly matches = computed(() => this.open().slice(0, 8));
  protected readonly counted = computed(() => {
    if (!this.found.hasValue()) return this.found.isLoading() ? 'Looking…' : '';
    const count = this.open().length;
    if (count === 0) return 'No organisation matches.';
    return count > 8 ? `The first 8 of ${this.found.value().total}. Type more to narrow it down.` : count === 1 ? '1 organisation matches.' : `${count} organisations match.`;
  });

  protected again(): void {
    this.search.set('');
    this.chosen.set(null);
  }

  protected choose(one: OrganisationView): void {
    this.picked.set(one);
    this.chosen.set(one.id);
  }
}
