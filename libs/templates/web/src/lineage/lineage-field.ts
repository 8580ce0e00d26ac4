import { Component, computed, inject, input, output } from '@angular/core';
import { questionsOf, type LineageKind, type Question } from '@attest/domain/questionnaire';
import { Icon } from '@attest/shared/ui';
import { CurrentDraft } from '../draft/current-draft';
import { SelectField } from '../fields/select-field';
import { TextField } from '../fields/text-field';
import type { QuestionChange } from '../question/question-change';
import { lineageOptions } from '../words';
import { WordDiffView } from './word-diff-view';

/** Where one question comes from, and what changed of its words. */
@Component({
  selector: 'att-lineage-field',
  imports: [Icon, SelectField, TextField, WordDiffView],
  templateUrl: './lineage-field.html',
  styles: 'ul { margin: 0 0 12px; padding: 0; list-style: none; } li { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-bottom: 4px; } .add { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; margin-bottom: 16px; } .add select { max-width: 24rem; }',
})
export class LineageField {
  private readonly draft = inject(CurrentDraft);

  readonly question = input.required<Question>();
  readonly changed = output<QuestionChange>();

  protected readonly kinds = lineageOptions;
  protected readonly lineage = computed(() => this.question().lineage ?? { kind: 'new' as const, from: [] });
  protected readonly old = computed(() => { const before = this.draft.before(); return before ? questionsOf(before) : []; });
  protected readonly from = computed(() => this.lineage().from.map((key) => this.old().find((question) => question.key === key) ?? { key, ref: '?', title: key, wording: '' }));
  protected readonly others = computed(() => this.old().filter(({ key }) => !this.lineage().from.includes(key)));

  protected kind(kind: string): void {
    const from = kind === 'new' ? [] : kind === 'merged' ? this.lineage().from : this.lineage().from.slice(0, 1);
    this.say({ kind: kind as LineageKind, from });
  }

  protected add(key: string): void {
    if (key === '') return;
    const { kind, from } = this.lineage();
    const now = kind === 'merged' ? [...from, key] : [key];
    this.say({ kind: kind === 'new' ? 'reworded' : kind, from: now });
  }

  protected remove(key: string): void {
    this.say({ from: this.lineage().from.filter((one) => one !== key) });
  }

  protected note(note: string): void {
    this.say({ note: note === '' ? undefined : note }, 'soon');
  }

  private say(part: { readonly kind?: LineageKind; readonly from?: readonly string[]; readonly note?: string | undefined }, when: 'now' | 'soon' = 'now'): void {
    const { note, ...lineage } = { ...this.lineage(), ...part };
    this.changed.emit({ changes: { lineage: { ...lineage, ...(note !== undefined && { note }) } }, when });
  }
}
