import { Injectable, computed, effect, inject, signal } from '@angular/core';
import { adviceOn, minutesFor, type Advice } from '@attest/domain/authoring';
import { lineageProblems } from '@attest/domain/lineage';
import { questionsOf, templateProblems, type Template } from '@attest/domain/questionnaire';
import { CurrentDraft } from './current-draft';
import { placeOf, type Place } from './place-of';

export interface Check {
  readonly code: string;
  readonly detail: string;
  readonly place: Place;
}

/** Typing rests before a draft of several hundred questions is gone through again, in milliseconds. */
const REST = 350;

/** What keeps the draft from being published, and what would make it better: worked out here as it is changed. */
@Injectable()
export class Checks {
  private readonly draft = inject(CurrentDraft);
  /** The template once typing has rested; at first the one that came. */
  private readonly rested = signal<Template | null>(null);

  readonly problems = computed<readonly Check[]>(() => {
    const template = this.rested();
    if (!template) return [];
    const before = this.draft.before();
    const lineage = before ? lineageProblems(before, template).map((problem) => ({ ...problem, code: 'lineage-unclear' })) : [];
    const own = templateProblems(template).filter(({ code }) => !before || code !== 'lineage-unclear');
    return [...own, ...lineage].map((problem) => ({ ...problem, place: placeOf(template, problem) }));
  });
  readonly advice = computed<readonly Check[]>(() => {
    const template = this.rested();
    return template ? adviceOn(template, this.draft.view()?.currentEditions).map((one: Advice) => ({ ...one, place: placeOf(template, one) })) : [];
  });
  readonly minutes = computed(() => Math.round(questionsOf(this.rested() ?? { sections: [] } as unknown as Template).reduce((sum, question) => sum + minutesFor(question), 0)));
  /** How many problems each section, question or the settings have. */
  readonly count = computed(() => {
    const counts = new Map<string, number>();
    for (const { place: { at } } of this.problems()) counts.set(at, (counts.get(at) ?? 0) + 1);
    return counts;
  });

  constructor() {
    effect((onCleanup) => {
      const template = this.draft.template();
      const timer = setTimeout(() => this.rested.set(template), this.draft.unsaved() ? REST : 0);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
