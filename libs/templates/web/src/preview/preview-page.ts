import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router } from '@angular/router';
import { labelsOf, minutesToAnswer } from '@attest/domain/authoring';
import { askedQuestions, presets, questionsOf, scaleOf, type Answer, type Answers, type OrganisationProfile, type Question } from '@attest/domain/questionnaire';
import { EmptyState, RagBadge } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { CurrentDraft } from '../draft/current-draft';
import { SelectField } from '../fields/select-field';
import { typeWords } from '../words';
import { ProfileChoice } from './profile-choice';

const none: Answer = { level: null, value: null, note: '', naReason: null };

/** The draft as an organisation would be asked it. Answers are tried out here and kept nowhere. */
@Component({
  selector: 'att-preview-page',
  imports: [EmptyState, Page, ProfileChoice, RagBadge, SelectField],
  templateUrl: './preview-page.html',
  styleUrl: './preview-page.scss',
})
export class PreviewPage {
  protected readonly draft = inject(CurrentDraft);
  private readonly router = inject(Router);

  readonly id = input.required<string>();
  /** Key of the organisation it is looked at as; the address holds it. */
  readonly as = input<string>();

  protected readonly words = typeWords;
  protected readonly choices = computed(() => presets.filter(({ profile }) => profile.kind === this.draft.template()?.audience));
  protected readonly preset = computed(() => this.choices().find(({ key }) => key === this.as()) ?? this.choices()[0]);
  protected readonly profile = linkedSignal<OrganisationProfile | undefined>(() => this.preset()?.profile);
  private readonly tried = linkedSignal<unknown, Answers>({ source: () => this.id(), computation: () => ({}) });
  protected readonly asked = computed(() => {
    const [template, profile] = [this.draft.template(), this.profile()];
    return template && profile ? askedQuestions(template, profile, this.tried()) : [];
  });
  protected readonly counted = computed(() => {
    const [template, profile] = [this.draft.template(), this.profile()];
    if (!template || !profile) return '';
    const count = this.asked().reduce((sum, { questions }) => sum + questions.length, 0);
    return `${count} of ${questionsOf(template).length} questions are asked, about ${minutesToAnswer(template, profile)} minutes.`;
  });

  protected choose(as: string): void {
    void this.router.navigate([], { queryParams: { as }, replaceUrl: true });
  }

  protected isChosen({ key, type }: Question, answer: string): boolean {
    const { level, value } = this.tried()[key] ?? none;
    return type === 'level' ? level === answer : Array.isArray(value) ? value.includes(answer) : value === answer;
  }

  protected answer({ key, type }: Question, answer: string): void {
    const before = this.tried()[key]?.value;
    const several = Array.isArray(before) ? (before as readonly string[]) : [];
    const said: Partial<Answer> = type === 'level' ? { level: answer }
      : { value: type === 'choice' ? answer : several.includes(answer) ? several.filter((one) => one !== answer) : [...several, answer] };
    this.tried.update((tried) => ({ ...tried, [key]: { ...none, ...said } }));
  }

  protected levels({ scale }: Question) {
    return scaleOf(this.draft.template()!, scale)?.levels ?? [];
  }

  protected labels(question: Question) {
    return labelsOf(this.draft.template()!, question);
  }
}
