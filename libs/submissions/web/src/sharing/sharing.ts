import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject, linkedSignal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { shortName } from '@attest/domain/sharing';
import type { AssignmentView, CommentView, NewAssignment, NewComment, SharingView } from '@attest/shared/client';
import { dateInWords } from '@attest/shared/ui';
import { Session } from '@attest/shared/web';
import { CurrentReturn } from '../current-return';

/** What can be given to somebody: a section, or one question of it. */
export type Part = Pick<NewAssignment, 'sectionKey' | 'questionId'>;

/** What colleagues have arranged about the return that is open. Nobody but its own organisation's people asks for it. */
@Injectable()
export class Sharing {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly current = inject(CurrentReturn);

  /** A string, so that it is read again only when it is another return's. */
  private readonly address = computed(() => {
    const view = this.current.view();
    const mine = view && this.session.organisations().some(({ id }) => id === view.organisation.id);
    return mine ? `/api/submissions/${view.id}` : undefined;
  });
  private readonly reading = httpResource<SharingView>(() => this.address() && `${this.address()}/sharing`);
  readonly view = linkedSignal<SharingView | undefined, SharingView | null>({
    source: () => (this.reading.hasValue() ? this.reading.value() : undefined),
    computation: (read, before) => read ?? (this.address() ? before?.value ?? null : null),
  });
  readonly mayAssign = computed(() => this.view()?.moves.includes('assign') ?? false);
  /** Those to whom something can be given. */
  readonly answering = computed(() => this.view()?.colleagues.filter(({ mayAnswer }) => mayAnswer) ?? []);

  given({ sectionKey, questionId }: Part): AssignmentView | null {
    return this.view()?.assignments.find((each) => each.sectionKey === sectionKey && each.questionId === questionId) ?? null;
  }

  async assign(part: Part, to: Pick<NewAssignment, 'colleagueId' | 'dueOn'>): Promise<void> {
    this.view.set(await firstValueFrom(this.http.put<SharingView>(`${this.address()}/assignments`, { ...part, ...to })));
  }

  commentsOn(questionId: string): readonly CommentView[] {
    return this.view()?.comments.filter((each) => each.questionId === questionId) ?? [];
  }

  isFlagged(questionId: string): boolean {
    return this.view()?.flags.some((each) => each.questionId === questionId) ?? false;
  }

  may(move: 'assign' | 'comment' | 'flag'): boolean {
    return this.view()?.moves.includes(move) ?? false;
  }

  async say(comment: NewComment): Promise<void> {
    this.view.set(await firstValueFrom(this.http.post<SharingView>(`${this.address()}/comments`, comment)));
    if (comment.kind === 'changes') this.current.refresh();
  }

  async resolve({ id, kind }: CommentView, resolved: boolean): Promise<void> {
    this.view.set(await firstValueFrom(this.http.put<SharingView>(`/api/comments/${id}`, { resolved })));
    if (kind === 'changes') this.current.refresh();
  }

  async flag(questionId: string, flagged: boolean): Promise<void> {
    this.view.set(await firstValueFrom(this.http.put<SharingView>(`${this.address()}/flags/${questionId}`, { flagged })));
  }

  refresh(): void {
    this.reading.reload();
  }
}

/** "With P Shah, due 20 Sep". */
export function withWhom({ person, here, dueOn, late }: AssignmentView): string {
  const day = dueOn === null ? '' : `, ${late ? 'was due' : 'due'} ${dateInWords(dueOn, 'short')}`;
  return `With ${shortName(person.name)}${here ? '' : ' (no longer here)'}${day}`;
}
