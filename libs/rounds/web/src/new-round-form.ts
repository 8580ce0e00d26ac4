import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { FormField, form, maxLength, minLength, required, type SchemaPath } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { AreaView, Audience, TemplateSummary } from '@attest/shared/client';
import { DAY_HINT, DayInput, ErrorSummary, Field, FieldInput } from '@attest/shared/ui';
import { FormFaults, validDay } from '@attest/shared/web';
import { AudienceChoice } from './audience-choice';
import { AudiencePreview } from './audience-preview';
import { everybody, proposedRound, toSend, withTemplate, type Drafting } from './new-round';
import { NewRoundCheck } from './new-round-check';
import { dayIn } from './round-dates';
import { RoundsApi } from './rounds-api';
import { TemplateChoice } from './template-choice';

@Component({
  selector: 'att-new-round-form',
  imports: [AudienceChoice, AudiencePreview, DayInput, ErrorSummary, Field, FieldInput, FormField, NewRoundCheck, RouterLink, TemplateChoice],
  templateUrl: './new-round-form.html',
  styleUrl: './new-round-form.scss',
})
export class NewRoundForm {
  private readonly api = inject(RoundsApi);
  private readonly router = inject(Router);

  readonly templates = input.required<readonly TemplateSummary[]>();
  readonly areas = input.required<readonly AreaView[]>();

  protected readonly faults = new FormFaults();
  protected readonly dayHint = DAY_HINT;
  protected readonly drafting = linkedSignal<Drafting>(() => proposedRound(this.templates()[0]!, dayIn(new Date())));
  protected readonly audience = signal<Audience>(everybody);
  protected readonly template = computed(() => this.templates().find(({ versionId }) => versionId === this.drafting().templateVersionId)!);
  protected readonly preview = this.api.audience(computed(() => ({ templateVersionId: this.template().versionId, audience: this.audience() })));
  protected readonly count = computed(() => (this.preview.hasValue() ? this.preview.value().count : null));

  protected readonly form = form(this.drafting, (path) => {
    required(path.name, { message: 'Enter the name of the round.' });
    minLength(path.name, 3, { message: 'The name of the round must have 3 characters or more.' });
    maxLength(path.name, 120, { message: 'The name of the round must have 120 characters or fewer.' });
    day(path.opensOn, 'Enter the day the round opens');
    day(path.dueOn, 'Enter the day returns are due');
    day(path.finalOn, 'Enter the last day returns are taken');
  }, { name: 'round' });

  protected chooseTemplate(chosen: TemplateSummary): void {
    const before = this.template();
    if (before.audience !== chosen.audience) this.audience.update(({ areaIds }) => ({ ...everybody, areaIds }));
    this.drafting.update((drafting) => withTemplate(drafting, before, chosen));
  }

  protected save(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      const round = await this.api.draft(toSend(this.drafting(), this.audience()));
      await this.router.navigate(['/rounds', round.id]);
    });
  }
}

function day(path: SchemaPath<string>, what: string): void {
  required(path, { message: `${what}.` });
  validDay(path, what);
}
