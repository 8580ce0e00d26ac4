import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { VersionSummary } from '@attest/shared/client';
import { Confirm, DatePipe, EmptyState, Icon, Notice, Tag } from '@attest/shared/ui';
import { Page, problemOf } from '@attest/shared/web';
import { ExportMenu } from '../import/export-menu';
import { TemplatesApi } from '../templates-api';

/** Every questionnaire: what is being written, what is asked, what was. */
@Component({
  selector: 'att-templates-page',
  imports: [DatePipe, EmptyState, ExportMenu, Icon, NgTemplateOutlet, Notice, Page, RouterLink, Tag],
  templateUrl: './templates-page.html',
  styleUrl: './templates-page.scss',
})
export class TemplatesPage {
  private readonly api = inject(TemplatesApi);
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);

  protected readonly versions = this.api.versions();
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  protected readonly done = signal('');
  private readonly all = computed(() => (this.versions.hasValue() ? this.versions.value() : []));
  protected readonly drafts = computed(() => this.all().filter(({ state }) => state === 'draft'));
  protected readonly discarded = computed(() => this.all().filter(({ state }) => state === 'discarded'));
  private readonly published = computed(() => this.all().filter(({ state }) => state === 'published'));
  /** The API has the newest edition first. */
  protected readonly newest = computed(() => this.published().filter((version, at, all) => all.findIndex(({ code }) => code === version.code) === at));
  protected readonly earlier = computed(() => this.published().filter((version) => !this.newest().includes(version)));
  protected readonly retired = computed(() => this.all().filter(({ state }) => state === 'retired'));

  protected named({ title, edition }: VersionSummary): string {
    return title.includes(edition) ? title : `${title} ${edition}`;
  }

  protected asked({ rounds }: VersionSummary): string {
    const organisations = rounds.reduce((sum, round) => sum + round.organisations, 0);
    return rounds.length === 0 ? 'No round asks it yet' : `${rounds.length === 1 ? '1 round' : `${rounds.length} rounds`}, ${organisations} organisations`;
  }

  protected startNext(version: VersionSummary): Promise<void> {
    return this.attempt(async () => {
      const { id } = await this.api.start({ from: 'version', versionId: version.id });
      await this.router.navigate(['/templates/drafts', id]);
    });
  }

  protected async discard(draft: VersionSummary): Promise<void> {
    const sure = await this.confirm.ask({ heading: `Discard ${this.named(draft)}?`, text: 'Nobody works on it any more. You can bring it back from this page.', action: 'Discard draft', danger: true });
    if (sure) await this.attempt(() => this.api.discard(draft.id), 'The draft was discarded. You can bring it back below.');
  }

  protected restore(draft: VersionSummary): Promise<void> {
    return this.attempt(() => this.api.restore(draft.id), 'The draft is back.');
  }

  protected async retire(version: VersionSummary): Promise<void> {
    const sure = await this.confirm.ask({ heading: `Retire ${this.named(version)}?`, text: 'New rounds cannot ask it any more. Rounds that ask it go on, and what was answered stays.', action: 'Retire' });
    if (sure) await this.attempt(() => this.api.move(version.id, 'retire'), 'It is retired: new rounds cannot ask it.');
  }

  protected reinstate(version: VersionSummary): Promise<void> {
    return this.attempt(() => this.api.move(version.id, 'reinstate'), 'It can be asked again.');
  }

  private async attempt(act: () => Promise<unknown>, said = ''): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set('');
    this.done.set('');
    try {
      await act();
      this.done.set(said);
      this.versions.reload();
    } catch (error) {
      this.refused.set(problemOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
