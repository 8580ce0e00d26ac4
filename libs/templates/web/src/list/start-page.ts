import { Component, inject, signal } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { LibraryEntry } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput, Notice } from '@attest/shared/ui';
import { FormFaults, Page, problemOf } from '@attest/shared/web';
import { TemplatesApi, type Beginning } from '../templates-api';

/** How a questionnaire begins: from one that the program brings along, or from nothing. */
@Component({
  selector: 'att-start-page',
  imports: [ErrorSummary, Field, FieldInput, FormField, Notice, Page, RouterLink],
  templateUrl: './start-page.html',
  styles: '.entry { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; justify-content: space-between; padding: 12px 0; border-bottom: 1px solid var(--att-line); } .what { flex: 1 1 20rem; } .name { font-weight: 650; } .what p { margin: 2px 0; }',
})
export class StartPage {
  private readonly api = inject(TemplatesApi);
  private readonly router = inject(Router);

  protected readonly library = this.api.library();
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  protected readonly faults = new FormFaults();
  protected readonly typed = signal({ title: '', edition: '', audience: 'school' });
  protected readonly form = form(this.typed, (path) => {
    required(path.title, { message: 'Enter a title.' });
    maxLength(path.title, 300, { message: 'The title must have 300 characters or fewer.' });
    required(path.edition, { message: 'Enter the edition, such as 2027-28.' });
    maxLength(path.edition, 40, { message: 'The edition must have 40 characters or fewer.' });
  }, { name: 'blank' });

  protected async fromLibrary({ code }: LibraryEntry): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.start({ from: 'library', code });
    } catch (error) {
      this.refused.set(problemOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }

  protected fromNothing(event: Event): Promise<void> {
    event.preventDefault();
    const { title, edition, audience } = this.typed();
    return this.faults.attempt(this.form, () => this.start({ from: 'nothing', title: title.trim(), edition: edition.trim(), audience: audience === 'agency' ? 'agency' : 'school' }));
  }

  private async start(beginning: Beginning): Promise<void> {
    const { id } = await this.api.start(beginning);
    await this.router.navigate(['/templates/drafts', id]);
  }
}
