import { Component, ElementRef, afterRenderEffect, computed, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CheckView, NewInvitation } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput, Notice } from '@attest/shared/ui';
import { Page, problemOf } from '@attest/shared/web';
import { ImportFaults } from '../import-faults';
import { CheckedRows } from './checked-rows';
import { PeopleApi } from './people-api';
import { invitations } from './people-words';

type Fault = ReturnType<typeof problemOf>['faults'][number];

/** Many people at once, pasted or in a workbook: see what would be sent, then send it. */
@Component({
  selector: 'att-invite-many-page',
  imports: [CheckedRows, ErrorSummary, Field, FieldInput, ImportFaults, Notice, Page, RouterLink],
  templateUrl: './invite-many-page.html',
  styleUrl: './invite-many-page.scss',
})
export class InviteManyPage {
  private readonly api = inject(PeopleApi);
  private readonly outcome = viewChild<ElementRef<HTMLElement>>('outcome');

  protected readonly text = signal('');
  protected readonly checked = signal<CheckView | null>(null);
  protected readonly sent = signal<number | null>(null);
  protected readonly busy = signal<'checking' | 'sending' | null>(null);
  protected readonly problem = signal<{ readonly where: string; readonly detail: string; readonly faults: readonly Fault[] } | null>(null);
  protected readonly errors = computed(() => {
    const problem = this.problem();
    return problem ? [{ where: problem.faults.length > 0 ? 'faults' : problem.where, detail: problem.detail }] : [];
  });
  protected readonly inWords = invitations;
  protected readonly sendLabel = computed(() => {
    const { ready = 0, wrong = 0 } = this.checked() ?? {};
    return wrong === 0 ? `Send ${invitations(ready)}` : `Send ${invitations(ready)}, and leave out ${wrong}`;
  });

  constructor() {
    afterRenderEffect(() => {
      if (this.checked() || this.sent() !== null) this.outcome()?.nativeElement.focus();
    });
  }

  protected checkList(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.text().trim()) return Promise.resolve(this.problem.set({ where: 'list', detail: 'Enter at least one person, or choose a file.', faults: [] }));
    return this.attempt('checking', 'list', async () => this.checked.set(await this.api.checkList(this.text())));
  }

  protected checkFile(files: FileList | null): Promise<void> {
    const file = files?.[0];
    return file ? this.attempt('checking', 'file', async () => this.checked.set(await this.api.checkFile(file))) : Promise.resolve();
  }

  protected send(): Promise<void> {
    const ready = this.checked()?.rows.flatMap(({ invitation }): NewInvitation[] => (invitation ? [invitation] : [])) ?? [];
    return this.attempt('sending', '', async () => {
      this.sent.set((await this.api.inviteMany(ready)).sent);
      this.checked.set(null);
      this.text.set('');
    });
  }

  protected startOver(): void {
    this.checked.set(null);
    this.sent.set(null);
    this.problem.set(null);
  }

  private async attempt(what: 'checking' | 'sending', where: string, work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(what);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      this.problem.set({ where, ...problemOf(error) });
    } finally {
      this.busy.set(null);
    }
  }
}
