import { Component, ElementRef, computed, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { mentionBegun } from '@attest/domain/sharing';
import type { CommentView } from '@attest/shared/client';
import { DatePipe, Icon, Tag } from '@attest/shared/ui';
import { faultsOf, problemOf } from '@attest/shared/web';
import { Sharing } from './sharing';

/** What colleagues say to one another about a question. Names of colleagues are offered behind an @, and it is plain text all the same. */
@Component({
  selector: 'att-question-comments',
  imports: [DatePipe, Icon, Tag],
  templateUrl: './question-comments.html',
  styleUrl: './question-comments.scss',
})
export class QuestionComments {
  protected readonly sharing = inject(Sharing);
  private readonly box = viewChild<ElementRef<HTMLTextAreaElement>>('box');

  readonly questionId = input.required<string>();
  readonly name = input.required<string>();

  protected readonly comments = computed(() => this.sharing.commentsOn(this.questionId()));
  protected readonly unresolved = computed(() => this.comments().filter(({ resolvedBy }) => resolvedBy === null));
  protected readonly open = linkedSignal<string, boolean>({ source: this.questionId, computation: () => false });
  protected readonly label = computed(() => {
    const [all, open] = [this.comments().length, this.unresolved().length];
    if (all === 0) return 'Comment';
    return open === 0 ? `Comments (${all}, all resolved)` : `Comments (${open})`;
  });
  protected readonly wantsChanges = computed(() => this.unresolved().some(({ kind }) => kind === 'changes'));
  protected readonly id = computed(() => `comments-${this.questionId()}`);
  protected readonly words = linkedSignal<string, string>({ source: this.questionId, computation: () => '' });
  protected readonly error = signal('');
  /** What stands between an @ and the cursor. */
  private readonly begun = signal<string | null>(null);
  protected readonly offered = computed(() => {
    const begun = this.begun()?.toLocaleLowerCase('en-GB');
    if (begun === undefined) return [];
    return (this.sharing.view()?.colleagues ?? []).filter(({ name }) => name.toLocaleLowerCase('en-GB').startsWith(begun) && name.length > begun.length).slice(0, 5);
  });

  protected typed(box: HTMLTextAreaElement): void {
    this.words.set(box.value);
    this.begun.set(mentionBegun(box.value.slice(0, box.selectionStart)));
  }

  /** The name in place of what was begun; the cursor stays behind it. */
  protected mention(name: string): void {
    const box = this.box()!.nativeElement;
    const start = box.selectionStart - (this.begun()?.length ?? 0);
    const said = `${box.value.slice(0, start)}${name} `;
    this.words.set(said + box.value.slice(box.selectionStart));
    this.begun.set(null);
    box.value = this.words();
    box.focus();
    box.setSelectionRange(said.length, said.length);
  }

  protected async say(kind: 'comment' | 'changes'): Promise<void> {
    if (this.words().trim() === '') {
      this.error.set('Enter what you want to say.');
      return this.box()?.nativeElement.focus();
    }
    await this.attempt(async () => {
      await this.sharing.say({ questionId: this.questionId(), kind, words: this.words() });
      this.words.set('');
    });
  }

  protected resolve(comment: CommentView): Promise<void> {
    return this.attempt(() => this.sharing.resolve(comment, comment.resolvedBy === null));
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.error.set('');
    try {
      await act();
    } catch (error) {
      this.error.set(faultsOf(problemOf(error))[0]?.detail ?? problemOf(error).detail);
    }
  }
}
