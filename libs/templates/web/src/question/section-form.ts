import { Component, inject, input } from '@angular/core';
import type { SectionSettings } from '@attest/domain/authoring';
import type { Section, Template } from '@attest/domain/questionnaire';
import { AppliesField } from '../applies/applies-field';
import { CurrentDraft } from '../draft/current-draft';
import { NumberField } from '../fields/number-field';
import { TextField } from '../fields/text-field';

/** A section: its name, what stands above its questions, and who is asked any of it. */
@Component({
  selector: 'att-section-form',
  imports: [AppliesField, NumberField, TextField],
  template: `
    @let it = section();
    <att-text-field label="Title" name="title" [value]="it.title" (typed)="say({ title: $event }, 'soon')" />
    <att-text-field label="What stands above its questions" name="intro" [lines]="3" [optional]="true" [value]="it.intro" (typed)="say({ intro: $event }, 'soon')" />
    <att-number-field label="Weight" name="weight" hint="How many times its points count; 0 leaves it out of the overall result." [value]="it.weight" (typed)="say({ weight: $event ?? 1 }, 'soon')" />
    <h3>Who is asked</h3>
    <att-applies-field [kind]="template().audience" [applicability]="it.appliesTo" (changed)="say({ appliesTo: $event ?? null })" />
  `,
})
export class SectionForm {
  private readonly draft = inject(CurrentDraft);

  readonly template = input.required<Template>();
  readonly section = input.required<Section>();

  protected say(changes: SectionSettings, when: 'now' | 'soon' = 'now'): void {
    this.draft.edit([{ edit: 'change-section', key: this.section().key, changes }], when);
  }
}
