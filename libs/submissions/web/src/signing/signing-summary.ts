import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NotedQuestion, SigningView } from '@attest/shared/client';
import { Notice, RagBadge } from '@attest/shared/ui';

/** One thing to look at, and the way to it. */
interface Item {
  readonly id: string;
  readonly link: readonly string[];
  readonly name: string;
  readonly more: string;
}

/** The whole return in a glance: how many of each level, what changed, what is not settled, and what whoever signs should have read. */
@Component({
  selector: 'att-signing-summary',
  imports: [Notice, RagBadge, RouterLink],
  templateUrl: './signing-summary.html',
  styleUrl: './signing-summary.scss',
  host: { '[class.att-four-levels]': 'of().scale.length > 3' },
})
export class SigningSummary {
  readonly of = input.required<SigningView>();

  protected readonly counts = computed(() => this.of().scale.map((level) => ({ level, count: this.of().levels[level.key] ?? 0 })));
  protected readonly planned = computed(() => {
    const { actions, unowned } = this.of();
    if (actions === 0) return 'No action is planned yet.';
    const owned = unowned.length === 0 ? 'each with an owner' : `${unowned.length} without an owner`;
    return `${actions === 1 ? '1 action' : `${actions} actions`} planned, ${owned}.`;
  });
  protected readonly lists = computed(() => {
    const { reds, downs, ups, unowned, talkedAbout } = this.of();
    const worst = reds[0]?.level?.word ?? 'Lowest level';
    const comments = talkedAbout.reduce((sum, each) => sum + each.comments, 0);
    return [
      { key: 'reds', title: `${worst}: ${reds.length}`, items: reds.map(this.noted), open: true },
      { key: 'downs', title: `Down since last round: ${downs.length}`, items: downs.map(this.noted), open: true },
      { key: 'talked-about', title: `Open comments: ${comments}`, items: talkedAbout.map((each) => this.item(each, each.comments > 1 ? ` (${each.comments})` : '')), open: true },
      { key: 'unowned', title: `Actions without an owner: ${unowned.length}`, items: unowned.map(({ id, number, title }): Item => ({ id, link: ['/actions', id], name: `A-${number} ${title}`, more: '' })), open: true },
      { key: 'ups', title: `Up since last round: ${ups.length}`, items: ups.map(this.noted), open: false },
    ].filter(({ items }) => items.length > 0);
  });

  private readonly noted = (question: NotedQuestion): Item => {
    const { last, level } = question;
    return this.item(question, last && last.key !== level?.key ? ` (was ${last.word})` : '');
  };

  private item({ questionId, ref, title }: Pick<NotedQuestion, 'questionId' | 'ref' | 'title'>, more: string): Item {
    return { id: questionId, link: ['/returns', this.of().submissionId, 'questions', questionId], name: `${ref} ${title}`, more };
  }
}
