import { Component, computed, input, output } from '@angular/core';
import { scaleOf, type Question, type Template } from '@attest/domain/questionnaire';
import { RagBadge, type Option } from '@attest/shared/ui';
import { NumberField } from '../fields/number-field';
import { RowsEditor, type Row } from '../fields/rows-editor';
import { SelectField } from '../fields/select-field';
import { TextField } from '../fields/text-field';
import { cellOptions, explanationOptions, lineOptions } from '../words';
import type { QuestionChange } from './question-change';

/** What belongs to the type of a question: levels, choices, limits, lines, the table. */
@Component({
  selector: 'att-answer-fields',
  imports: [NumberField, RagBadge, RowsEditor, SelectField, TextField],
  templateUrl: './answer-fields.html',
  styleUrl: './question-form.scss',
})
export class AnswerFields {
  readonly template = input.required<Template>();
  readonly question = input.required<Question>();
  readonly changed = output<QuestionChange>();

  protected readonly scales = computed<readonly Option[]>(() => this.template().scales.map(({ key, name }) => ({ key, label: name })));
  protected readonly levels = computed(() => scaleOf(this.template(), this.question().scale)?.levels ?? []);
  protected readonly options = { cells: cellOptions, lines: lineOptions, explanation: explanationOptions };

  protected say(changes: QuestionChange['changes'], when: 'now' | 'soon' = 'now'): void {
    this.changed.emit({ changes, when });
  }

  protected describe(level: string, text: string): void {
    this.say({ descriptors: { ...this.question().descriptors, [level]: text } }, 'soon');
  }

  /** Descriptions belong to levels: of another scale only those of levels with the same key are kept. */
  protected rateOn(scale: string): void {
    const keys = new Set(scaleOf(this.template(), scale)?.levels.map(({ key }) => key));
    this.say({ scale, descriptors: Object.fromEntries(Object.entries(this.question().descriptors ?? {}).filter(([key]) => keys.has(key))) });
  }

  protected choose({ rows, when }: { readonly rows: readonly Row[]; readonly when: 'now' | 'soon' }): void {
    this.say({ choices: rows.map(({ key, label }) => ({ key, label })) }, when);
  }

  protected table(part: 'rows' | 'columns', { rows, when }: { readonly rows: readonly Row[]; readonly when: 'now' | 'soon' }): void {
    const table = this.question().table ?? { rows: [], columns: [] };
    this.say({ table: { ...table, [part]: rows } }, when);
  }

  protected explain(explanation: string): void {
    this.say({ explanation: explanation as Question['explanation'], ...(explanation === 'none' && { words: undefined }) });
  }

  protected lines(lines: string): void {
    this.say({ lines: lines as 'one' | 'several' });
  }
}
