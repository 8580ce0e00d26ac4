import { Component, computed, input, output } from '@angular/core';
import { MOST_SIDES, sideInAddress, sidesIn, type Side } from '@attest/domain/side-by-side';
import type { SideBySideView } from '@attest/shared/client';
import { Field, FieldInput, Icon } from '@attest/shared/ui';
import { offered, withFirst, withSide, without } from './chosen-sides';

/** What stands side by side: the first, then up to three beside it. */
@Component({
  selector: 'att-side-choice',
  imports: [Field, FieldInput, Icon],
  template: `
    <div class="first">
      <att-field label="Compare">
        <select attInput #first (change)="chosen.emit(begin(first.value))">
          <option value="everybody" [selected]="sides()[0]?.of === 'everybody'">Everybody</option>
          @for (group of groups(); track group.label) {
            <optgroup [label]="group.label">@for (option of group.options; track option.value) { <option [value]="option.value" [selected]="option.value === firstValue()">{{ option.label }}</option> }</optgroup>
          }
        </select>
      </att-field>
    </div>
    <div class="with" role="group" aria-label="Beside it">
      @for (side of view().sides; track side.side) {
        @if (!$first) { <button type="button" class="att-button att-button--small" (click)="chosen.emit(takeAway(side.side))"><att-icon name="close" /><span class="att-visually-hidden">Take away: </span>{{ side.label }}{{ side.last ? ', last round' : '' }}</button> }
      }
      @for (offer of offers(); track offer.label) { <button type="button" class="att-button att-button--small att-button--quiet" (click)="chosen.emit(add(offer.side))"><att-icon name="add" />{{ offer.label }}</button> }
    </div>
    @if (sides().length < most) {
      <div class="first">
        <att-field label="Add another">
          <select attInput #another (change)="chosen.emit(add(read(another.value))); another.value = ''">
            <option value="">{{ view().partners.length > 0 ? 'Choose a partnership, an area or an organisation' : 'Choose an area or an organisation' }}</option>
            @for (group of groups(); track group.label) {
              <optgroup [label]="group.label">@for (option of group.options; track option.value) { <option [value]="option.value">{{ option.label }}</option> }</optgroup>
            }
          </select>
        </att-field>
      </div>
    }
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; gap: 12px 24px; align-items: end; margin-bottom: 20px; padding: 16px 20px 20px; border-radius: var(--att-radius-card); background: var(--att-surface); }
    .first { flex: 0 1 18rem; min-width: 0; }
    att-field { margin-bottom: 0; }
    .with { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; min-height: 44px; }
    @media print { :host { display: none; } }
  `,
})
export class SideChoice {
  readonly view = input.required<SideBySideView>();
  readonly sides = input.required<readonly Side[]>();
  readonly chosen = output<readonly Side[]>();

  protected readonly most = MOST_SIDES;
  protected readonly offers = computed(() => offered(this.sides(), this.view().lastRound !== null, this.view().partners));
  protected readonly firstValue = computed(() => { const [first] = this.sides(); return first ? sideInAddress({ ...first, last: false }) : ''; });
  protected readonly groups = computed(() => [
    ...(this.view().partners.length > 0 ? [{ label: 'Partnerships of the joint round', options: this.view().partners.map(({ id, name }) => ({ value: `partner:${id}`, label: name })) }] : []),
    { label: 'Areas', options: this.view().areas.map(({ id, name }) => ({ value: `area:${id}`, label: name })) },
    { label: 'Organisations', options: this.view().organisations.map(({ id, name }) => ({ value: `organisation:${id}`, label: name })) },
  ]);

  protected read = (value: string): Side => sidesIn(value)![0]!;
  protected begin = (value: string) => withFirst(this.sides(), this.read(value));
  protected add = (side: Side) => withSide(this.sides(), side);
  protected takeAway = (value: string) => without(this.sides(), this.read(value));
}
