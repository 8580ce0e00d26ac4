import { Component, computed, input, model } from '@angular/core';
import type { WorkbookDifferences } from '@attest/shared/client';
import { Field, FieldInput, WordDifference } from '@attest/shared/ui';

/** What the workbook says otherwise than what it is held against, and why something is asked no more. */
@Component({
  selector: 'att-workbook-differences',
  imports: [Field, FieldInput, WordDifference],
  templateUrl: './differences.html',
  styles: 'h3 { margin-bottom: 4px; } .question { margin: 0 0 16px; } .wording { margin: 4px 0 0; white-space: pre-line; } att-field { max-width: 40rem; }',
})
export class Differences {
  readonly of = input.required<WorkbookDifferences>();
  /** Why questions are asked no more, by their keys. */
  readonly reasons = model.required<Readonly<Record<string, string>>>();
  /** Keys of those of which it must be said and was not. */
  readonly missing = input<readonly string[]>([]);

  protected readonly against = computed(() => {
    const { title, edition, draft } = this.of().against;
    return `${draft ? 'the draft ' : ''}${title.includes(edition) ? title : `${title} ${edition}`}`;
  });
  protected readonly nothing = computed(() => {
    const { added, reworded, altered, removed, around } = this.of();
    return [added, reworded, altered, removed, around].every((list) => list.length === 0);
  });

  protected say(key: string, note: string): void {
    this.reasons.update((reasons) => ({ ...reasons, [key]: note }));
  }
}
