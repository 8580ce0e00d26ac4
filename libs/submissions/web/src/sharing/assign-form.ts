import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { dueOffers } from '@attest/domain/sharing';
import { DAY_HINT, DayInput, ErrorSummary, Field, dateInWords, isoFrom, type Wrong } from '@attest/shared/ui';
import { Session, faultsOf, problemOf } from '@attest/shared/web';
import { CurrentReturn } from '../current-return';
import { typed } from '../question/inputs/typed';
import { Sharing, type Part } from './sharing';

/** No day, or one that is typed; otherwise the day itself. */
const [NO_DAY, ANOTHER] = ['none', 'another'];

/** Who should answer it, and by when. The likeliest day is chosen already. */
@Component({
  selector: 'att-assign-form',
  imports: [DayInput, ErrorSummary, Field, RouterLink],
  templateUrl: './assign-form.html',
  styleUrl: './assign-form.scss',
})
export class AssignForm {
  protected readonly dayHint = DAY_HINT;
  protected readonly sharing = inject(Sharing);
  protected readonly session = inject(Session);
  protected readonly current = inject(CurrentReturn);

  readonly part = input.required<Part>();
  /** What it is called, such as "3 Online safety". */
  readonly name = input.required<string>();
  readonly done = output();

  protected readonly given = computed(() => this.sharing.given(this.part()));
  protected readonly id = computed(() => `assign-${this.part().questionId ?? this.part().sectionKey}`);
  protected readonly offers = computed(() => {
    const [sharing, view] = [this.sharing.view(), this.current.view()];
    return sharing && view ? dueOffers(sharing.today, view.dueOn) : [];
  });
  protected readonly days = computed(() => [
    ...this.offers().map(({ on, words }) => ({ key: on, words: `${words}, ${dateInWords(on)}` })),
    { key: NO_DAY!, words: 'No day in particular' }, { key: ANOTHER!, words: 'Another day' },
  ]);
  /** What stands there so far, as text: what is being chosen is kept while the same is read anew. */
  private readonly givenTo = computed(() => this.given()?.person.id ?? null);
  private readonly givenDay = computed(() => this.given()?.dueOn ?? '');
  private readonly offered = computed(() => {
    const given = this.given();
    if (!given) return this.offers()[0]?.on ?? NO_DAY!;
    if (given.dueOn === null) return NO_DAY!;
    return this.offers().some(({ on }) => on === given.dueOn) ? given.dueOn : ANOTHER!;
  });
  protected readonly colleague = linkedSignal<string | null>(this.givenTo);
  protected readonly day = linkedSignal<string>(this.offered);
  protected readonly typedDay = linkedSignal<string>(this.givenDay);
  protected readonly another = computed(() => this.day() === ANOTHER);
  protected readonly wrong = linkedSignal<Part, readonly Wrong[]>({ source: this.part, computation: () => [] });
  private sending = false;

  protected errorAt(where: string): string {
    return this.wrong().find((each) => each.where === `${this.id()}-${where}`)?.detail ?? '';
  }

  protected async assign(event: Event): Promise<void> {
    event.preventDefault();
    const dueOn = this.another() ? isoFrom(this.typedDay()) : this.day() === NO_DAY ? null : this.day();
    const wrong = [
      ...(this.colleague() === null ? [{ where: 'colleagueId', detail: 'Choose who should answer it.' }] : []),
      ...(this.another() && dueOn === null ? [{ where: 'dueOn', detail: typed.date.problem }] : []),
    ];
    if (wrong.length > 0) return this.say(wrong);
    await this.send(this.colleague(), dueOn);
  }

  protected takeBack(): Promise<void> {
    return this.send(null, null);
  }

  private async send(colleagueId: string | null, dueOn: string | null): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    try {
      await this.sharing.assign(this.part(), { colleagueId, dueOn });
      this.done.emit();
    } catch (error) {
      this.say(faultsOf(problemOf(error)));
    } finally {
      this.sending = false;
    }
  }

  /** Several of these forms may be on a page, so each names its own fields. */
  private say(wrong: readonly Wrong[]): void {
    this.wrong.set(wrong.map(({ where, detail }) => ({ where: where ? `${this.id()}-${where}` : where, detail })));
  }
}
