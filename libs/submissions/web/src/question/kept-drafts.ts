import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { KeptDraftView } from '@attest/shared/client';
import { Confirm, DatePipe, Notice, RagBadge } from '@attest/shared/ui';
import { CurrentReturn } from '../current-return';

const reasons: Readonly<Record<KeptDraftView['because'], string>> = {
  'round-not-open': 'answers were no longer taken',
  'return-not-editable': 'the return had been submitted meanwhile',
  'question-not-asked': 'the question was no longer asked',
  'not-allowed': 'your role had changed meanwhile',
  'not-found': 'the return could not be found any more',
};

/** What this person typed that came too late: theirs alone, to be copied, put in where it can be, and let go of. */
@Component({
  selector: 'att-kept-drafts',
  imports: [DatePipe, Notice, RagBadge, RouterLink],
  templateUrl: './kept-drafts.html',
  styles: `
    ul { display: grid; gap: 16px; margin: 0; padding: 0; list-style: none; }
    .words { max-width: var(--att-measure); overflow-wrap: anywhere; white-space: pre-line; }
    h2 { margin: 0 0 8px; font-size: 1.125rem; }
    p { margin: 0 0 6px; }
    .att-buttons { margin-top: 10px; }
    .att-button--quiet:first-child { margin-left: -12px; }
  `,
})
export class KeptDrafts {
  private readonly confirm = inject(Confirm);
  private readonly current = inject(CurrentReturn);

  readonly drafts = input.required<readonly KeptDraftView[]>();
  readonly returnId = input.required<string>();
  /** Each with the way to its question, as in a list of several. */
  readonly linked = input(false);
  /** It can be put into the answer that is open. */
  readonly usable = input(false);
  readonly used = output<KeptDraftView>();

  protected reasonOf({ because }: KeptDraftView): string {
    return reasons[because];
  }

  protected async discard(draft: KeptDraftView): Promise<void> {
    const sure = await this.confirm.ask({ heading: `Discard what you typed for ${draft.ref}?`, text: 'It is kept nowhere else.', action: 'Discard it', danger: true });
    if (sure) await this.current.dropDraft(draft.id);
  }
}
