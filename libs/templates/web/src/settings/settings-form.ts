import { Component, computed, inject, input } from '@angular/core';
import type { Settings } from '@attest/domain/authoring';
import { isIsoDate, type Template } from '@attest/domain/questionnaire';
import { CurrentDraft } from '../draft/current-draft';
import { CitationsEditor } from '../fields/citations-editor';
import { TextField } from '../fields/text-field';
import { BandsEditor } from './bands-editor';
import { ScalesEditor } from './scales-editor';
import { SignOffEditor } from './sign-off-editor';

/** What is true of the whole questionnaire. */
@Component({
  selector: 'att-settings-form',
  imports: [BandsEditor, CitationsEditor, ScalesEditor, SignOffEditor, TextField],
  templateUrl: './settings-form.html',
  styles: '.short { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); gap: 0 20px; } h3 { margin-top: 28px; padding-top: 16px; border-top: 1px solid var(--att-line); }',
})
export class SettingsForm {
  private readonly draft = inject(CurrentDraft);

  readonly template = input.required<Template>();

  protected readonly current = computed(() => this.draft.view()?.currentEditions ?? {});
  protected readonly isDay = (text: string) => (isIsoDate(text) ? null : 'Enter a day as 2027-09-01.');

  protected say(changes: Settings, when: 'now' | 'soon' = 'now'): void {
    this.draft.edit([{ edit: 'settings', changes }], when);
  }
}
