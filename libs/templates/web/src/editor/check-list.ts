import { Component, computed, input, output } from '@angular/core';
import { Icon } from '@attest/shared/ui';
import type { Check } from '../draft/checks';
import type { Place } from '../draft/place-of';

/** More are shown when they are asked for. */
const FIRST = 8;

/** What is wrong and what would be better, each with the way to it. What belongs to what is chosen comes first. */
@Component({
  selector: 'att-check-list',
  imports: [Icon],
  template: `
    <h2>Checks</h2>
    <p class="summary" role="status">{{ summary() }}</p>
    @for (group of groups(); track group.heading) {
      @if (group.all.length > 0) {
        <h3>{{ group.heading }} ({{ group.all.length }})</h3>
        <ul>
          @for (check of group.first; track $index) {
            <li><att-icon [name]="group.icon" [class]="group.tone" /><button type="button" (click)="goTo.emit(check.place)">{{ check.detail }}</button></li>
          }
        </ul>
        @if (group.rest.length > 0) {
          <details>
            <summary>{{ group.rest.length }} more</summary>
            <ul>
              @for (check of group.rest; track $index) {
                <li><att-icon [name]="group.icon" [class]="group.tone" /><button type="button" (click)="goTo.emit(check.place)">{{ check.detail }}</button></li>
              }
            </ul>
          </details>
        }
      }
    }
    <p class="att-secondary">About {{ minutes() }} minutes to answer all of it.</p>
  `,
  styles: `
    h2 { margin: 0 0 8px; font-size: 1.1875rem; } h3 { margin: 16px 0 6px; font-size: 1rem; }
    ul { margin: 0; padding: 0; list-style: none; }
    li { display: flex; gap: 8px; margin-bottom: 4px; font-size: 1rem; line-height: 1.4; }
    li att-icon { margin-top: 4px; } .wrong { color: var(--att-error); } .better { color: var(--att-text-secondary); }
    button { min-height: 28px; padding: 2px 0; border: 0; background: none; color: var(--att-link); font: inherit; text-align: start; text-decoration: underline; text-underline-offset: 3px; cursor: pointer; }
    .summary { margin-bottom: 8px; font-weight: 600; }
  `,
})
export class CheckList {
  readonly problems = input.required<readonly Check[]>();
  readonly advice = input.required<readonly Check[]>();
  readonly minutes = input.required<number>();
  readonly chosen = input.required<string>();
  readonly goTo = output<Place>();

  protected readonly summary = computed(() => {
    const [problems, advice] = [this.problems().length, this.advice().length];
    const first = problems === 0 ? 'Nothing is in the way of publishing' : problems === 1 ? '1 problem is in the way of publishing' : `${problems} problems are in the way of publishing`;
    return `${first}${advice === 0 ? '.' : advice === 1 ? ', 1 suggestion.' : `, ${advice} suggestions.`}`;
  });
  protected readonly groups = computed(() => [
    this.grouped('Problems', 'error' as const, 'wrong', this.problems()),
    this.grouped('Suggestions', 'info' as const, 'better', this.advice()),
  ]);

  private grouped<Name>(heading: string, icon: Name, tone: string, checks: readonly Check[]) {
    const here = ({ place }: Check) => place.at === this.chosen();
    const all = [...checks.filter(here), ...checks.filter((check) => !here(check))];
    return { heading, icon, tone, all, first: all.slice(0, FIRST), rest: all.slice(FIRST) };
  }
}
