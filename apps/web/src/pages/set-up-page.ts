import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, applyEach, email, form, minLength, pattern, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { FirstAdministrator, WelcomeView } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput, Icon, Notice } from '@attest/shared/ui';
import { FormFaults, Page, Session } from '@attest/shared/web';

const MOST_AREAS = 10;
/** As the page counts them: the field knows it is `areas.0.name`. */
const numberOf = ({ pathKeys }: { pathKeys(): readonly string[] }) => Number(pathKeys()[1]) + 1;

/** The partnership, its areas and its first administrator. Works once. */
@Component({
  selector: 'att-set-up-page',
  imports: [ErrorSummary, Field, FieldInput, FormField, Icon, Notice, Page, RouterLink],
  templateUrl: './set-up-page.html',
  styleUrl: './set-up-page.scss',
})
export class SetUpPage {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  protected readonly welcome = httpResource<WelcomeView>(() => '/api/welcome');
  protected readonly faults = new FormFaults();
  protected readonly passwordShown = signal(false);
  protected readonly first = signal<FirstAdministrator>({ partnershipName: '', areas: [{ name: '', laCode: '' }], name: '', email: '', password: '' });
  protected readonly moreAreas = computed(() => this.first().areas.length < MOST_AREAS);

  protected readonly form = form(this.first, (path) => {
    required(path.partnershipName, { message: 'Enter the name of the partnership.' });
    minLength(path.partnershipName, 3, { message: 'The name of the partnership must have 3 characters or more.' });
    applyEach(path.areas, (area) => {
      required(area.name, { message: (field) => `Enter the name of area ${numberOf(field)}.` });
      required(area.laCode, { message: (field) => `Enter the code of area ${numberOf(field)}, such as 806.` });
      pattern(area.laCode, /^\d{3}$/, { message: (field) => `The code of area ${numberOf(field)} must be three digits, such as 806.` });
    });
    required(path.name, { message: 'Enter your name.' });
    required(path.email, { message: 'Enter your e-mail address.' });
    email(path.email, { message: 'Enter an e-mail address in the form name@example.org.' });
    required(path.password, { message: 'Enter a password.' });
    minLength(path.password, 15, { message: 'The password must have 15 characters or more.' });
  }, { name: 'set-up' });

  protected addArea(): void {
    this.first.update((first) => ({ ...first, areas: [...first.areas, { name: '', laCode: '' }] }));
  }

  protected removeArea(index: number): void {
    this.first.update((first) => ({ ...first, areas: first.areas.filter((_, at) => at !== index) }));
  }

  protected setUp(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      const first = this.first();
      await firstValueFrom(this.http.post<void>('/api/first-administrator', first));
      await this.session.signIn({ email: first.email, password: first.password });
      await this.router.navigateByUrl('/');
    });
  }
}
