import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { Paper } from '@attest/domain/papers';
import { presets } from '@attest/domain/questionnaire';
import type { FormView } from '@attest/shared/client';
import { PaperFiles, PaperSheet } from '@attest/shared/ui';
import { Page, Session } from '@attest/shared/web';
import { SelectField } from '../fields/select-field';

/** A blank form of a draft or a version, for the organisation it is looked at as: to print, and as files. */
@Component({
  selector: 'att-template-print-page',
  imports: [Page, PaperFiles, PaperSheet, SelectField],
  templateUrl: './print-page.html',
  styles: '.choice { max-width: 40rem; margin-bottom: 8px; }',
})
export class PrintPage {
  private readonly router = inject(Router);
  protected readonly session = inject(Session);

  readonly id = input.required<string>();
  /** Said by the route. */
  readonly kind = input.required<'drafts' | 'versions'>();
  /** Key of the organisation it is looked at as; the address holds it. */
  readonly as = input<string>();

  protected readonly asked = computed(() => this.as() ?? '');
  protected readonly at = computed(() => `/api/templates/${this.kind()}/${this.id()}/form`);
  protected readonly query = computed(() => (this.as() ? `?as=${encodeURIComponent(this.as()!)}` : ''));
  protected readonly consultation = computed(() => `/api/templates/${this.kind()}/${this.id()}/consultation.docx`);
  protected readonly form = httpResource<FormView>(() => `${this.at()}${this.query()}`);
  protected readonly paper = computed(() => (this.form.hasValue() ? (this.form.value().paper as unknown as Paper) : null));
  protected readonly choices = computed(() => {
    const audience = this.form.hasValue() ? this.form.value().audience : null;
    return [{ key: '', label: 'Everybody: all questions' }, ...presets.filter(({ profile }) => profile.kind === audience)];
  });
  protected readonly back = computed(() => (this.kind() === 'drafts' ? ['/templates/drafts', this.id()] : this.session.can('template.write') ? '/templates' : null));

  protected choose(as: string): void {
    void this.router.navigate([], { queryParams: { as: as || null }, replaceUrl: true });
  }
}
