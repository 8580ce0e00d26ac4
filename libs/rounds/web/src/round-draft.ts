import { Component, computed, inject, input, output } from '@angular/core';
import { areas } from '@attest/people/web';
import type { RoundView } from '@attest/shared/client';
import { DatePipe } from '@attest/shared/ui';
import { AudiencePreview } from './audience-preview';
import { asked, limitsOf } from './round-words';
import { RoundsApi } from './rounds-api';

/** What would happen if this round were opened now. */
@Component({
  selector: 'att-round-draft',
  imports: [AudiencePreview, DatePipe],
  template: `
    <dl class="att-facts">
      <dt>Opens</dt><dd>{{ round().opensOn | attDate }}</dd>
      <dt>Due</dt><dd>{{ round().dueOn | attDate }}</dd>
      <dt>Taken until</dt><dd>{{ round().finalOn | attDate }}</dd>
      @for (limit of limits(); track limit.label) { <dt>{{ limit.label }}</dt><dd>{{ limit.values }}</dd> }
      @if (limits().length === 0) { <dt>Asks</dt><dd>Every open {{ kind() }} of the partnership</dd> }
    </dl>
    <att-audience-preview [kind]="kind()" [preview]="preview" />
    @if (round().moves.includes('open')) {
      <p class="att-buttons">
        <button type="button" class="att-button att-button--primary" [disabled]="!count()" [attr.aria-disabled]="moving()" (click)="open.emit(who())">{{ moving() ? 'Opening…' : 'Open round' }}</button>
      </p>
    }
  `,
})
export class RoundDraft {
  readonly round = input.required<RoundView>();
  readonly moving = input(false);
  /** Who is asked, in words: "115 schools". */
  readonly open = output<string>();

  private readonly areas = areas();
  protected readonly kind = computed(() => this.round().template.audience);
  protected readonly limits = computed(() => limitsOf(this.round().audience, this.areas.hasValue() ? this.areas.value() : []));
  protected readonly preview = inject(RoundsApi).audience(computed(() => ({ templateVersionId: this.round().template.versionId, audience: this.round().audience })));
  protected readonly count = computed(() => (this.preview.hasValue() ? this.preview.value().count : 0));
  protected readonly who = computed(() => asked(this.count(), this.kind()));
}
