import { Component, DOCUMENT, ElementRef, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GivenGuestLink, GuestLinkView } from '@attest/shared/client';
import { Confirm, DatePipe, EmptyState, Notice, Tag, onceDrawn } from '@attest/shared/ui';
import { Page, problemOf } from '@attest/shared/web';
import { CurrentReturn } from '../current-return';
import { GuestForm } from './guest-form';
import { GuestLinks } from './guest-links';

/** Who without an account was asked to answer what, and the way to ask somebody. */
@Component({
  selector: 'att-guests-page',
  imports: [DatePipe, EmptyState, GuestForm, Notice, Page, RouterLink, Tag],
  templateUrl: './guests-page.html',
  styleUrl: './guests-page.scss',
  providers: [GuestLinks],
})
export class GuestsPage {
  private readonly confirm = inject(Confirm);
  private readonly document = inject(DOCUMENT);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly drawn = onceDrawn();
  protected readonly links = inject(GuestLinks);
  protected readonly current = inject(CurrentReturn);

  readonly id = input.required<string>();
  /** Where somebody came from: what is chosen already. */
  readonly section = input<string>();
  readonly question = input<string>();

  protected readonly caption = computed(() => this.current.view()?.round.name ?? '');
  protected readonly asked = computed<readonly string[]>(() => {
    const [question, section] = [this.question(), this.section()];
    if (question) return [question];
    return this.current.view()?.sections.find(({ key }) => key === section)?.questions.map(({ id }) => id) ?? [];
  });
  protected readonly given = signal<{ readonly name: string; readonly link: string } | null>(null);
  protected readonly said = signal('');
  protected readonly failed = signal('');

  constructor() {
    effect(() => this.links.of(this.id()));
  }

  protected questionsOf({ questionIds }: Pick<GuestLinkView, 'questionIds'>): string {
    const known = questionIds.map((id) => this.current.asLastKnown(id)?.ref);
    const gone = known.filter((ref) => ref === undefined).length;
    return [...known.filter((ref) => ref !== undefined), ...(gone > 0 ? [`${gone} no longer asked`] : [])].join(', ');
  }

  protected toCheck({ unchecked }: GuestLinkView) {
    return unchecked.flatMap((id) => this.current.question(id) ?? []);
  }

  protected standing({ works, revokedBy, forgotten }: GuestLinkView): { readonly words: string; readonly tone: 'open' | 'quiet' } {
    if (works) return { words: 'Works', tone: 'open' };
    return { words: forgotten ? 'Forgotten' : revokedBy ? `Taken back by ${revokedBy}` : 'Over', tone: 'quiet' };
  }

  protected gave({ id, link, links }: GivenGuestLink): void {
    this.given.set({ name: links.find((one) => one.id === id)?.name ?? '', link });
    this.said.set('');
    this.drawn(() => this.host.querySelector<HTMLElement>('#given')?.focus());
  }

  protected copy(link: string): void {
    this.document.defaultView!.navigator.clipboard.writeText(link)
      .then(() => this.said.set('Copied.'), () => this.said.set('This browser does not let Attest copy it: select the link and copy it yourself.'));
  }

  protected async revoke({ id, name }: GuestLinkView): Promise<void> {
    const sure = await this.confirm.ask({ heading: `Take the link of ${name} back?`, text: 'It opens nothing from then on. What they saved stays.', action: 'Take it back' });
    if (sure) await this.attempt(() => this.links.revoke(id), `The link of ${name} has been taken back.`);
  }

  protected async forget({ id, name }: GuestLinkView): Promise<void> {
    const sure = await this.confirm.ask({ heading: `Forget ${name}?`, text: 'For when they ask to be. A label takes the place of their name, also beside what they answered, and their address is deleted. The answers stay. This cannot be undone.', action: 'Forget them', danger: true });
    if (sure) await this.attempt(() => this.links.forget(id), 'They have been forgotten.');
  }

  private async attempt(work: () => Promise<void>, done: string): Promise<void> {
    this.failed.set('');
    try {
      await work();
      this.said.set(done);
      this.given.set(null);
    } catch (error) {
      this.failed.set(problemOf(error).detail);
    }
  }
}
