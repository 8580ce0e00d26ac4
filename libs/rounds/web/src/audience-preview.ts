import { Component, computed, input } from '@angular/core';
import type { OrganisationKind } from '@attest/domain/questionnaire';
import type { AudienceView } from '@attest/shared/client';
import { Notice } from '@attest/shared/ui';
import { Reading, type Steady } from '@attest/shared/web';
import { asked } from './round-words';

/** Whom an audience would ask today: how many, and by name for those who want to look. */
@Component({
  selector: 'att-audience-preview',
  imports: [Notice, Reading],
  templateUrl: './audience-preview.html',
  styles: `
    .count { margin: 16px 0 8px; font-size: 1.1875rem; }
    .list { max-height: 26rem; overflow: auto; max-width: 54rem; border: 1px solid var(--att-line); border-radius: var(--att-radius-card); padding: 8px 16px; }
  `,
})
export class AudiencePreview {
  readonly kind = input.required<OrganisationKind>();
  readonly preview = input.required<Steady<AudienceView | undefined>>();
  protected readonly found = computed(() => {
    const preview = this.preview();
    return preview.hasValue() ? preview.value() : null;
  });
  protected readonly said = computed(() => asked(this.found()?.count ?? 0, this.kind()));
}
