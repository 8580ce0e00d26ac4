import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { v7 as uuid } from 'uuid';
import type { AnswerView, QuestionView, ReceiptView, SavedAnswer, ShownForAnswer, SubmissionView, Submit } from '@attest/shared/client';
import { newestOf, questionsOf } from './answers';
import type { Place } from './place';
import { rereading } from './rereading';

export type { Place } from './place';

interface Known {
  readonly asked: readonly QuestionView[];
  /** Every question there has been, those that are not asked any more as they were last. */
  readonly seen: ReadonlyMap<string, QuestionView>;
}

/** The return that is open. Read once, then kept up to date by what is saved, so that turning a page costs no reading. */
@Injectable({ providedIn: 'root' })
export class CurrentReturn {
  private readonly http = inject(HttpClient);
  private readonly id = signal<string | undefined>(undefined);
  readonly reading = httpResource<SubmissionView>(() => this.id() && `/api/submissions/${this.id()}`);
  private readonly rereading = rereading(this.reading);

  /** The last good reading with everything saved since. A reading that fails later takes nothing away from the page. */
  readonly view = linkedSignal<SubmissionView | undefined, SubmissionView | null>({
    source: () => (this.reading.hasValue() ? this.reading.value() : undefined),
    computation: (read, previous) => {
      const before = previous?.value?.id === this.id() ? previous!.value : null;
      return read?.id === this.id() ? newest(read!, before) : before;
    },
  });
  private readonly known = linkedSignal<SubmissionView | null, Known>({
    source: this.view,
    computation: (view, before) => {
      const asked = questionsOf(view ?? { sections: [] });
      return { asked, seen: new Map([...(before?.value.seen ?? []), ...asked.map((question) => [question.id, question] as const)]) };
    },
  });
  readonly questions = computed(() => this.known().asked);
  readonly mayAnswer = computed(() => this.view()?.moves.includes('answer') ?? false);
  /** Of a return that was opened again for some answers, only those. */
  mayChange(questionId: string): boolean {
    const only = this.view()?.reopened?.questionIds;
    return this.mayAnswer() && (!only || only.includes(questionId));
  }

  private readonly askedBefore = signal<{ readonly because: string; readonly ids: readonly string[] } | null>(null);
  /** How many questions an answer has brought and taken away; null when none. */
  readonly change = computed(() => {
    const before = this.askedBefore();
    if (!before) return null;
    const now = this.questions().map(({ id }) => id);
    const [added, gone] = [now.filter((id) => !before.ids.includes(id)).length, before.ids.filter((id) => !now.includes(id)).length];
    return added + gone > 0 ? { added, gone, because: before.because } : null;
  });

  open(id: string): void {
    if (this.id() === id) this.lookAgain();
    this.id.set(id);
  }

  /** Something about this return has changed. */
  refresh(): void {
    this.rereading.again();
  }

  /** For a page that opens: a reading that is on its way will do, and when something is saved meanwhile another follows. */
  lookAgain(): void {
    this.reading.reload();
  }

  draftKept(submissionId: string): void {
    if (this.id() === submissionId) this.refresh();
  }

  async dropDraft(draftId: string): Promise<void> {
    const id = this.view()!.id;
    await firstValueFrom(this.http.delete(`/api/kept-drafts/${draftId}`));
    this.update(id, (view) => ({ ...view, keptDrafts: view.keptDrafts.filter((draft) => draft.id !== draftId) }));
  }

  /** Answers once no reading is on its way. */
  refreshed(): Promise<void> {
    return this.rereading.done();
  }

  /** An answer has made others appear or fall away: which, the next reading says. */
  questionsChanged(because: string): void {
    this.askedBefore.set({ because, ids: this.questions().map(({ id }) => id) });
    this.refresh();
  }

  forgetChange(): void {
    this.askedBefore.set(null);
  }

  question(id: string): QuestionView | null {
    return this.questions().find((question) => question.id === id) ?? null;
  }

  /** Also when it is not asked any more. */
  asLastKnown(id: string): QuestionView | null {
    return this.known().seen.get(id) ?? null;
  }

  saved({ submissionId, questionId }: Place, { answer, progress }: Pick<SavedAnswer, 'answer' | 'progress'>): void {
    // told again what had been saved before, somebody may have changed it since
    const known = this.question(questionId)?.answer?.version ?? 0;
    this.update(submissionId, (view) => ({ ...(known > answer.version ? view : withAnswer(view, questionId, answer)), progress, lastSavedAt: answer.updatedAt }));
  }

  /** The words of the round before, to be checked. `from`: the question they were said to then. */
  async startFrom(questionId: string, from: string): Promise<void> {
    const place = { submissionId: this.view()!.id, questionId };
    const saved = await firstValueFrom(this.http.post<SavedAnswer>(`/api/submissions/${place.submissionId}/answers/${questionId}/starting-point`, { operationId: uuid(), fromQuestionId: from }));
    this.saved(place, saved);
  }

  /** Evidence was added to an answer or taken away. */
  shows({ submissionId, questionId }: Place, { shown, progress }: ShownForAnswer): void {
    this.update(submissionId, (view) => ({ ...eachQuestion(view, (question) => (question.id === questionId ? { ...question, shown } : question)), progress }));
  }

  /** Somebody else's answer, which now stands. */
  take({ submissionId, questionId }: Place, answer: AnswerView | null): void {
    this.update(submissionId, (view) => withAnswer(view, questionId, answer));
  }

  async submit(declaration: Submit): Promise<ReceiptView> {
    const { id, versionId } = this.view()!;
    const receipt = await firstValueFrom(this.http.post<ReceiptView>(`/api/submissions/${id}/submit`, { ...declaration, versionId }));
    this.refresh();
    return receipt;
  }

  private update(id: string, changed: (view: SubmissionView) => SubmissionView): void {
    this.rereading.changed();
    this.view.update((view) => (view?.id === id ? changed(view) : view));
  }
}

function withAnswer(view: SubmissionView, questionId: string, answer: AnswerView | null): SubmissionView {
  return eachQuestion(view, (question) => (question.id === questionId ? { ...question, answer } : question));
}

function newest(read: SubmissionView, before: SubmissionView | null): SubmissionView {
  const known = new Map(before && questionsOf(before).map((question) => [question.id, question]));
  return eachQuestion(read, (question) => newestOf(question, known.get(question.id)));
}

function eachQuestion(view: SubmissionView, change: (question: QuestionView) => QuestionView): SubmissionView {
  return { ...view, sections: view.sections.map((section) => ({ ...section, questions: section.questions.map(change) })) };
}
