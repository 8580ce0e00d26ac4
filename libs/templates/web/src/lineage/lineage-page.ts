import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { changesBetween, lineageOf } from '@attest/domain/lineage';
import { questionsOf, type Retired } from '@attest/domain/questionnaire';
import { EmptyState, Notice, Tag } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { Checks } from '../draft/checks';
import { CurrentDraft } from '../draft/current-draft';
import { DraftStatus } from '../draft/draft-status';
import { TextField } from '../fields/text-field';
import { lineageWords } from '../words';
import { proposedEdits } from './proposed';
import { WordDiffView } from './word-diff-view';

/** Where every question comes from, what became of those of the edition before, and what changed of their words. */
@Component({
  selector: 'att-lineage-page',
  imports: [DraftStatus, EmptyState, Notice, Page, RouterLink, Tag, TextField, WordDiffView],
  templateUrl: './lineage-page.html',
  styles: '.retired { padding: 12px 0; border-bottom: 1px solid var(--att-line); } .retired p { margin: 0 0 4px; } h3 { margin-bottom: 4px; }',
  host: { '(focusout)': 'draft.flush()' },
})
export class LineagePage {
  protected readonly draft = inject(CurrentDraft);
  private readonly checks = inject(Checks);

  readonly id = input.required<string>();

  protected readonly words = lineageWords;
  protected readonly done = signal('');
  protected readonly problems = computed(() => this.checks.problems().filter(({ code }) => code === 'lineage-unclear'));
  protected readonly changes = computed(() => {
    const [before, template] = [this.draft.before(), this.draft.template()];
    return before && template && changesBetween(before, template);
  });
  protected readonly changed = computed(() => {
    const changes = this.changes();
    return changes ? [...changes.reworded.map((one) => ({ ...one, kind: 'reworded' as const })), ...changes.split.map((one) => ({ ...one, kind: 'split' as const })), ...changes.merged.map((one) => ({ ...one, kind: 'merged' as const }))] : [];
  });
  /** Those nobody has said anything of, and where they may be found to have gone. */
  protected readonly retired = computed(() => this.draft.template()?.retired ?? []);
  protected readonly homeless = computed(() => {
    const [before, template] = [this.draft.before(), this.draft.template()];
    if (!before || !template) return [];
    const old = questionsOf(before);
    const known = new Set(old.map(({ key }) => key));
    const used = new Set([...questionsOf(template).flatMap((question) => lineageOf(question, known).from), ...this.retired().map(({ key }) => key)]);
    return old.filter(({ key }) => !used.has(key));
  });

  protected propose(): void {
    const edits = proposedEdits(this.draft.before()!, this.draft.template()!);
    if (edits.length > 0) this.draft.edit(edits);
    this.done.set(edits.length === 0 ? 'Everything is as keys and words say already.' : `${edits.length === 1 ? '1 thing was' : `${edits.length} things were`} proposed. Look through them; Undo in the editor takes them back.`);
  }

  protected retire({ key, ref, title }: Omit<Retired, 'note'>): void {
    this.say([...this.retired(), { key, ref, title, note: '' }], 'now');
  }

  protected keep(key: string): void {
    this.say(this.retired().filter((one) => one.key !== key), 'now');
  }

  protected note(key: string, note: string): void {
    this.say(this.retired().map((one) => (one.key === key ? { ...one, note } : one)), 'soon');
  }

  private say(retired: readonly Retired[], when: 'now' | 'soon'): void {
    this.draft.edit([{ edit: 'settings', changes: { retired: retired.length > 0 ? retired : null } }], when);
  }
}
