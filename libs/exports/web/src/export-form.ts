import { Component, computed, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import { audienceWords, audiences, type Audience } from '@attest/domain/disclosure';
import { formats, layerKeys, layers, mayBeFor, offeredFor, presetKeys, presetOf, type PresetKey } from '@attest/domain/exports';
import type { RoundView, SavedExportView } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput, Icon } from '@attest/shared/ui';
import { FormFaults } from '@attest/shared/web';
import { begin, filtered, forAudience, fromSaved, reasonFor, startFrom, toggled, type Choices } from './choices';
import { ExportPreview } from './export-preview';
import { ExportsApi } from './exports-api';
import { OrganisationsChoice, type Narrowing } from './organisations/organisations-choice';

/** What it is, whom it is for, what is in it. Everything is chosen to begin with, so that a usual file is one press. */
@Component({
  selector: 'att-export-form',
  imports: [ErrorSummary, ExportPreview, Field, FieldInput, FormField, Icon, OrganisationsChoice],
  templateUrl: './export-form.html',
  styleUrl: './export-form.scss',
})
export class ExportForm {
  private readonly api = inject(ExportsApi);
  readonly rounds = input.required<readonly RoundView[]>();
  readonly asked = output();

  protected readonly faults = new FormFaults();
  protected readonly saving = new FormFaults();
  protected readonly saved = this.api.saved();
  protected readonly choices = signal<Choices>(begin());
  private readonly first = computed(() => this.rounds()[0]!.id);
  protected readonly roundId = linkedSignal(() => this.first());

  protected readonly audiences = audiences.map((key) => ({ key, name: audienceWords[key] }));
  protected readonly layers = layerKeys.map((key) => ({ key, name: layers[key] }));
  protected readonly presets = computed(() => presetKeys.map((key) => ({ key, ...presetOf(key), allowed: mayBeFor(key, this.choices().audience) })));
  protected readonly contents = computed(() => offeredFor(this.choices().preset, this.choices().audience).map((one) => ({ ...one, ticked: this.choices().contents.includes(one.key) })));
  protected readonly formats = computed(() => presetOf(this.choices().preset).formats.map((key) => ({ key, name: formats[key] })));
  private readonly template = this.api.template();
  protected readonly offersTemplate = computed(() => this.choices().preset === 'board-pack' && this.choices().format === 'docx' && this.template.hasValue() && this.template.value().template !== null);
  protected readonly possible = computed(() => mayBeFor(this.choices().preset, this.choices().audience));
  /** There is nothing to narrow and no rating to choose in what was published. */
  protected readonly whole = computed(() => presetOf(this.choices().preset).whole ?? false);
  protected readonly isSchools = computed(() => this.rounds().find(({ id }) => id === this.roundId())?.template.audience === 'school');
  protected readonly narrowed = computed(() => Object.keys(this.choices().filters).length > 0);

  protected readonly wanted = computed(() => ({ ...this.sent(), roundId: this.roundId() }));

  private readonly preset = computed(() => this.choices().preset);
  private readonly typed = linkedSignal({ source: this.preset, computation: (preset) => ({ reason: reasonFor(preset), name: untracked(() => this.name()) }) });
  private readonly name = signal('');
  protected readonly form = form(this.typed, (path) => {
    required(path.reason, { message: 'Say why: it stands beside the file, and in the trail.' });
    maxLength(path.reason, 500, { message: 'The reason must have 500 characters or fewer.' });
    maxLength(path.name, 80, { message: 'The name must have 80 characters or fewer.' });
  }, { name: 'export' });

  protected start(preset: PresetKey): void { this.choices.update((before) => startFrom(before, preset)); }
  protected address(audience: Audience): void { this.choices.update((before) => forAudience(before, audience)); }
  protected toggle(content: Choices['contents'][number]): void { this.choices.update((before) => toggled(before, content)); }
  protected choose(change: Partial<Choices>): void { this.choices.update((before) => ({ ...before, ...change })); }
  protected filter(change: Narrowing): void { this.choices.update((before) => filtered(before, change)); }
  protected takeUp(saved: SavedExportView): void { this.choices.set(fromSaved(saved)); }

  protected another(round: string): void {
    this.roundId.set(round);
    // another round may have neither the area nor the phase
    this.choose({ filters: {} });
  }

  protected create(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      await this.api.ask({ ...this.wanted(), reason: this.typed().reason });
      this.asked.emit();
    });
  }

  protected save(): Promise<void> {
    return this.saving.attempt(this.form, async () => {
      await this.api.save({ ...this.sent(), name: this.typed().name });
      this.typed.update((before) => ({ ...before, name: '' }));
      this.saved.reload();
    });
  }

  protected async forget(id: string): Promise<void> {
    await this.api.forget(id);
    this.saved.reload();
  }

  private sent() {
    const { contents, ...chosen } = this.choices();
    return { ...chosen, contents: [...contents], ownTemplate: chosen.ownTemplate && this.offersTemplate() };
  }
}
