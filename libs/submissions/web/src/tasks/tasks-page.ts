import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QuestionView } from '@attest/shared/client';
import { DatePipe, DaysLeftPipe, Notice, Progress, RagBadge, Tag } from '@attest/shared/ui';
import { CarriedLine, Page, Preferences, Why } from '@attest/shared/web';
import { answerIn, isOpen } from '../answers';
import { CurrentReturn } from '../current-return';
import { CitationList } from '../question/citation-list';
import { KeptDrafts } from '../question/kept-drafts';
import { AnswerSaver } from '../saving/answer-saver';
import { SaveStatus } from '../saving/save-status';
import { ComeBack } from '../sharing/come-back';
import { WhoIsHere } from '../sharing/presence';
import { ViewChoice } from '../ways/view-choice';
import { HandedInWays } from '../reopening/handed-in-ways';
import { SectionTask } from './section-task';
import { SignOffTasks } from './sign-off-tasks';

/** One return as a list of tasks: what is left stands out, what is done recedes. */
@Component({
  selector: 'att-tasks-page',
  imports: [CarriedLine, CitationList, ComeBack, DatePipe, DaysLeftPipe, HandedInWays, KeptDrafts, Notice, Page, Progress, RagBadge, RouterLink, SaveStatus, SectionTask, SignOffTasks, Tag, ViewChoice, WhoIsHere, Why],
  templateUrl: './tasks-page.html',
  styleUrl: './tasks-page.scss',
})
export class TasksPage {
  private readonly saver = inject(AnswerSaver);
  private readonly preferences = inject(Preferences);
  protected readonly current = inject(CurrentReturn);
  readonly id = input.required<string>();

  protected readonly unsaved = computed(() => this.saver.unsaved().length > 0);
  protected readonly handedIn = computed(() => ['submitted', 'accepted'].includes(this.current.view()?.state ?? ''));
  protected readonly all = signal(false);
  protected readonly heading = computed(() => this.current.view()?.round.name ?? 'Return');
  protected readonly caption = computed(() => this.current.view()?.organisation.name ?? '');
  /** The first question that still blocks submission, else the first without an answer. */
  protected readonly next = computed(() => {
    const view = this.current.view();
    const id = view?.blockers[0]?.questionId ?? this.current.questions().find(({ answer }) => isOpen(answerIn(answer)))?.id;
    return id ? this.current.question(id) : null;
  });
  /** Where several sign, checking does not submit. */
  protected readonly checking = computed(() => ((this.current.view()?.signOff.length ?? 0) > 0 ? 'Check answers' : 'Check answers and submit'));
  protected readonly left = computed(() => this.current.view()?.blockers.length ?? 0);
  protected readonly tone = computed(() => {
    const days = this.current.view()?.daysLeft ?? 0;
    return days < 0 ? 'problem' : days <= 14 ? 'attention' : 'plain';
  });

  protected readonly bySection = computed(() => this.preferences.view().returnView === 'section');

  constructor() {
    // counts of sections and what blocks come with a reading; what is cached is shown meanwhile
    void this.saver.settled().then(() => this.current.lookAgain());
  }

  protected way({ id }: QuestionView): readonly string[] {
    if (!this.bySection()) return ['/returns', this.id(), 'questions', id];
    return ['/returns', this.id(), 'sections', this.current.view()!.sections.find(({ questions }) => questions.some((each) => each.id === id))!.key];
  }
}
