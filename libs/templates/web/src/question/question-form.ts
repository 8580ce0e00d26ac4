import { Component, computed, inject, input } from '@angular/core';
import { minutesFor, readingAge } from '@attest/domain/authoring';
import { wordCount, type EvidenceRule, type Question, type QuestionType, type Template } from '@attest/domain/questionnaire';
import { AppliesField } from '../applies/applies-field';
import { ConditionField } from '../condition/condition-field';
import { withType } from '../draft/commands';
import { CurrentDraft } from '../draft/current-draft';
import { CitationsEditor } from '../fields/citations-editor';
import { LinesField } from '../fields/lines-field';
import { NumberField } from '../fields/number-field';
import { SelectField } from '../fields/select-field';
import { TextField } from '../fields/text-field';
import { LineageField } from '../lineage/lineage-field';
import { basisOptions, evidenceOptions, typeOptions } from '../words';
import { AnswerFields } from './answer-fields';
import type { QuestionChange } from './question-change';

/** All of one question. Every change is an edit of the draft at once; there is nothing to save. */
@Component({
  selector: 'att-question-form',
  imports: [AnswerFields, AppliesField, CitationsEditor, ConditionField, LineageField, LinesField, NumberField, SelectField, TextField],
  templateUrl: './question-form.html',
  styleUrl: './question-form.scss',
})
export class QuestionForm {
  private readonly draft = inject(CurrentDraft);

  readonly template = input.required<Template>();
  readonly question = input.required<Question>();

  protected readonly options = { types: typeOptions, bases: basisOptions, evidence: evidenceOptions };
  protected readonly current = computed(() => this.draft.view()?.currentEditions ?? {});
  protected readonly measured = computed(() => {
    const { wording, help = '' } = this.question();
    const [words, age] = [wordCount(wording), readingAge(`${wording} ${help}`)];
    return wording.trim() === '' ? 'The question as it is asked.' : `${words === 1 ? '1 word' : `${words} words`}, reads easily from about the age of ${age}. About ${minutesFor(this.question())} minutes to answer.`;
  });

  protected say(changes: QuestionChange['changes'], when: 'now' | 'soon' = 'now'): void {
    this.draft.changeQuestion(this.question(), changes, when);
  }

  protected ask(type: string): void {
    this.draft.edit([{ edit: 'change-question', question: withType(this.template(), this.question(), type as QuestionType) }]);
  }

  protected basis(basis: string): void {
    this.say({ basis: basis as Question['basis'] });
  }

  protected evidence(rule: string): void {
    this.say({ evidenceRule: rule === 'optional' ? undefined : (rule as EvidenceRule) });
  }

  protected words(name: 'help' | 'authorNote', text: string): void {
    this.say({ [name]: text === '' ? undefined : text }, 'soon');
  }

  protected examples(evidence: readonly string[]): void {
    this.say({ evidence: evidence.length === 0 ? undefined : evidence }, 'soon');
  }
}
