import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { conditionInWords, readCondition } from '@attest/domain/authoring';
import type { Condition, Template } from '@attest/domain/questionnaire';
import { Field, FieldInput } from '@attest/shared/ui';
import { decidingBefore } from '../draft/commands';
import { ConditionGroup } from './condition-group';
import { conditionOf, groupOf, type Group } from './condition-rows';

/** When a question is shown: put together from tests, or written as the sentence that a workbook has too. Both say the same. */
@Component({
  selector: 'att-condition-field',
  imports: [ConditionGroup, Field, FieldInput],
  templateUrl: './condition-field.html',
  styles: '.sentence { padding: 8px 12px; border-radius: var(--att-radius); background: var(--att-surface); } .incomplete { color: var(--att-text-secondary); } .att-input { min-height: 0; max-width: 100%; }',
})
export class ConditionField {
  readonly template = input.required<Template>();
  /** Of the question that is shown or not. */
  readonly question = input.required<string>();
  readonly condition = input.required<Condition | undefined>();
  /** Undefined takes it out. */
  readonly changed = output<Condition | undefined>();

  protected readonly questions = computed(() => decidingBefore(this.template(), this.question()));
  protected readonly sentence = computed(() => { const condition = this.condition(); return condition ? conditionInWords(this.template(), condition) : ''; });
  /** As it is put together; it may not be complete yet. A condition that comes from elsewhere takes its place. */
  protected readonly group = linkedSignal<{ condition: Condition | undefined; of: string }, Group>({
    source: computed(() => ({ condition: this.condition(), of: this.question() })),
    computation: ({ condition, of }, before) => (before?.source.of === of && isOf(before.value, condition) ? before.value : groupOf(condition)),
  });
  protected readonly incomplete = computed(() => conditionOf(this.group()) === null);

  /** What is written in the box while it is not understood, or not as we would write it. */
  protected readonly writing = signal<string | null>(null);
  protected readonly text = computed(() => this.writing() ?? this.sentence());
  protected readonly wrong = computed(() => {
    const text = this.writing();
    if (text === null || text.trim() === '') return '';
    const read = readCondition(this.template(), text);
    return 'problem' in read ? `At character ${read.at}: ${read.problem}` : '';
  });

  protected put(group: Group): void {
    this.group.set(group);
    this.writing.set(null);
    const condition = conditionOf(group);
    if (condition !== null) this.changed.emit(condition);
  }

  protected write(text: string): void {
    this.writing.set(text);
    if (text.trim() === '') {
      this.group.set(groupOf(undefined));
      return this.changed.emit(undefined);
    }
    const read = readCondition(this.template(), text);
    if (!('condition' in read)) return;
    this.group.set(groupOf(read.condition));
    this.changed.emit(read.condition);
  }

  /** What is right is shown as we write it once the box is left; what is wrong stays to be put right. */
  protected leave(): void {
    if (!this.wrong()) this.writing.set(null);
  }

  /** To the place of the mistake. */
  protected point(box: HTMLTextAreaElement): void {
    const read = readCondition(this.template(), box.value);
    if (!('problem' in read)) return;
    box.focus();
    box.setSelectionRange(read.at - 1, Math.min(read.at + 1, box.value.length));
  }
}

function isOf(group: Group, condition: Condition | undefined): boolean {
  const made = conditionOf(group);
  // while it is not complete the draft keeps what it had
  return made === null || JSON.stringify(made) === JSON.stringify(condition);
}
