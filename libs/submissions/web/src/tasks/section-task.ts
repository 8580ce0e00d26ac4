import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QuestionView, SectionView } from '@attest/shared/client';
import { Icon, RagBadge, Tag } from '@attest/shared/ui';
import { Preferences, Why } from '@attest/shared/web';
import { answerIn, isOpen, shortlyIn } from '../answers';
import { PartSharing } from '../sharing/part-sharing';

const words = {
  'completed': { word: 'Completed', tone: 'quiet' },
  'in-progress': { word: 'In progress', tone: 'open' },
  'not-started': { word: 'Not started', tone: 'plain' },
} as const;

/** One section: the way to what is open in it, and every question for those who look for one. */
@Component({
  selector: 'att-section-task',
  imports: [Icon, PartSharing, RagBadge, RouterLink, Tag, Why],
  templateUrl: './section-task.html',
  styleUrl: './section-task.scss',
})
export class SectionTask {
  private readonly preferences = inject(Preferences);
  readonly id = input.required<string>();
  readonly section = input.required<SectionView>();
  readonly opened = input(false);
  /** Nothing is left to do in it: how it is rated takes the place of how far it has come. */
  readonly closed = input(false);

  protected readonly open = linkedSignal(() => this.opened());
  protected readonly rated = computed(() => this.closed() && this.section().result !== null);
  protected readonly status = computed(() => words[this.section().state]);
  protected readonly first = computed(() => {
    const { questions } = this.section();
    return questions.find((question) => question.answer?.toCheck || this.isOpen(question)) ?? questions[0]!;
  });
  protected readonly fourLevels = computed(() => this.section().questions.some(({ levels }) => levels.length > 3));

  /** To a question, or to where the section goes on: as this person likes to see questions. */
  protected way(question: QuestionView | null): readonly string[] {
    if (this.preferences.view().returnView === 'section') return ['/returns', this.id(), 'sections', this.section().key];
    return ['/returns', this.id(), 'questions', (question ?? this.first()).id];
  }

  protected fragment({ id }: QuestionView): string | undefined {
    return this.preferences.view().returnView === 'section' ? id : undefined;
  }

  protected levelOf({ levels, answer }: QuestionView) {
    return levels.find(({ key }) => key === answer?.level) ?? null;
  }

  protected shortly(question: QuestionView): string {
    return shortlyIn(question);
  }

  protected isOpen({ answer }: QuestionView): boolean {
    return isOpen(answerIn(answer));
  }
}
