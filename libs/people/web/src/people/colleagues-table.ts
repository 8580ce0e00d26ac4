import { Component, computed, input, output, signal } from '@angular/core';
import type { Role } from '@attest/domain/access';
import type { ColleagueView, NewRole } from '@attest/shared/client';
import { DatePipe } from '@attest/shared/ui';
import { roleMeanings, roleWords } from './people-words';

/** People with their roles and what these mean; where the caller decides, with a way to change them. */
@Component({
  selector: 'att-colleagues-table',
  imports: [DatePipe],
  templateUrl: './colleagues-table.html',
  styleUrl: './colleagues-table.scss',
})
export class ColleaguesTable {
  readonly caption = input.required<string>();
  readonly people = input.required<readonly ColleagueView[]>();
  readonly mayGive = input.required<readonly Role[]>();
  readonly removed = output<ColleagueView>();
  readonly changed = output<readonly [ColleagueView, NewRole['role']]>();

  protected readonly words = { role: roleWords, meaning: roleMeanings };
  protected readonly captionId = computed(() => `colleagues-${this.caption().toLowerCase().replace(/\W+/g, '-')}`);
  protected readonly acts = computed(() => this.people().some(({ moves, kept }) => moves.length > 0 || kept));
  /** Whose role is being changed. */
  protected readonly changing = signal<string | null>(null);

  protected save(one: ColleagueView, role: string): void {
    this.changing.set(null);
    if (role !== one.role) this.changed.emit([one, role as NewRole['role']]);
  }
}
