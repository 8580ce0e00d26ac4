import { Component, computed, input } from '@angular/core';
import type { CarryPreview } from '@attest/shared/client';
import { Tag } from '@attest/shared/ui';
import { boardStateTones, boardStateWords } from '../round-words';
import { answersInWords, fateTones, fateWords } from './carry-words';

/** Per question and per organisation, in counts: what nobody has handed in is theirs to read and nobody else's. */
@Component({
  selector: 'att-carry-preview',
  imports: [Tag],
  templateUrl: './carry-preview.html',
  styles: 'td:not(:first-child) { vertical-align: top; } .number { text-align: end; font-variant-numeric: tabular-nums; } th[scope=row] { font-weight: 400; } .why { display: block; }',
})
export class CarryPreviewTables {
  readonly preview = input.required<CarryPreview>();

  /** What changes comes first; the rest is a long list that nobody needs to read. */
  protected readonly changed = computed(() => this.preview().questions.filter(({ fate, setAside }) => fate !== 'kept' || setAside > 0));
  protected readonly same = computed(() => this.preview().questions.length - this.changed().length);
  protected readonly words = fateWords;
  protected readonly tones = fateTones;
  protected readonly answers = answersInWords;
  protected readonly states = boardStateWords as Readonly<Record<string, string>>;
  protected readonly stateTones = boardStateTones as Readonly<Record<string, (typeof boardStateTones)[keyof typeof boardStateTones]>>;
}
