import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { changesBetween, comparability } from '@attest/domain/lineage';
import { Confirm, Icon, Notice } from '@attest/shared/ui';
import { Page, problemOf } from '@attest/shared/web';
import { Checks } from '../draft/checks';
import { CurrentDraft } from '../draft/current-draft';
import { DraftStatus } from '../draft/draft-status';
import { TemplatesApi } from '../templates-api';

/** What has to be so before a draft is published, what changes by it, and the button. */
@Component({
  selector: 'att-publish-page',
  imports: [DraftStatus, Icon, Notice, Page, RouterLink],
  templateUrl: './publish-page.html',
  styles: 'ul { padding: 0; list-style: none; } li { display: flex; gap: 8px; margin-bottom: 8px; } .good { color: var(--att-success); } .bad { color: var(--att-error); } li att-icon { margin-top: 3px; }',
})
export class PublishPage {
  protected readonly draft = inject(CurrentDraft);
  private readonly checks = inject(Checks);
  private readonly api = inject(TemplatesApi);
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);

  readonly id = input.required<string>();

  protected readonly busy = signal(false);
  protected readonly refused = signal<readonly string[]>([]);
  protected readonly own = computed(() => this.checks.problems().filter(({ code }) => code !== 'lineage-unclear'));
  protected readonly threads = computed(() => this.checks.problems().filter(({ code }) => code === 'lineage-unclear'));
  protected readonly advice = this.checks.advice;
  protected readonly changes = computed(() => {
    const [before, template] = [this.draft.before(), this.draft.template()];
    return before && template && changesBetween(before, template);
  });
  protected readonly compared = computed(() => {
    const [before, template] = [this.draft.before(), this.draft.template()];
    return before && template && comparability([template, before]);
  });
  protected readonly ready = computed(() => this.checks.problems().length === 0 && !this.draft.unsaved() && !this.draft.beforeReading());

  protected async publish(): Promise<void> {
    if (this.busy() || !this.ready()) return;
    const { title, edition } = this.draft.template()!;
    const name = title.includes(edition) ? title : `${title} ${edition}`;
    const sure = await this.confirm.ask({ heading: `Publish ${name}?`, text: 'From then on it never changes. Rounds can ask it; a change is a new edition.', action: 'Publish' });
    if (!sure) return;
    this.busy.set(true);
    this.refused.set([]);
    try {
      const { versionId } = await this.api.publish(this.id(), this.draft.view()!.revision);
      await this.router.navigate(['/templates/versions', versionId, 'changes']);
    } catch (error) {
      const { detail, faults, code } = problemOf(error);
      this.refused.set([detail, ...faults.map((fault) => fault.detail)]);
      if (code === 'changed-meanwhile') this.draft.reading.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
