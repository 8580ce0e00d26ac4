import { Component, computed, input, output } from '@angular/core';
import { ruleInWords } from '@attest/domain/scoring';
import { scaleOf, type Scoring, type Template } from '@attest/domain/questionnaire';
import { NumberField } from '../fields/number-field';
import { SelectField } from '../fields/select-field';
import type { SettingsChange } from './settings-change';

/** From which percentage of the points each level of a result starts, and the rule as it is printed on every report. */
@Component({
  selector: 'att-bands-editor',
  imports: [NumberField, SelectField],
  template: `
    <div id="bands" tabindex="-1">
      <att-select-field label="Results are given on" [options]="scales()" [value]="template().scoring.resultScale" (chosen)="rateOn($event)" />
      <div class="short">
        @for (level of levels(); track level.key) {
          <att-number-field [label]="level.word + ' from, in %'" [value]="starts().get(level.key)" (typed)="start(level.key, $event ?? 0)" />
        }
      </div>
      <ul>@for (sentence of rule(); track $index) { <li>{{ sentence }}</li> }</ul>
    </div>
  `,
  styles: '.short { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); gap: 0 16px; } ul { padding-left: 20px; color: var(--att-text-secondary); }',
})
export class BandsEditor {
  readonly template = input.required<Template>();
  readonly changed = output<SettingsChange>();

  protected readonly scales = computed(() => this.template().scales.map(({ key, name }) => ({ key, label: name })));
  protected readonly levels = computed(() => scaleOf(this.template(), this.template().scoring.resultScale)?.levels ?? []);
  protected readonly starts = computed(() => new Map(this.template().scoring.bands.map(({ level, from }) => [level, from])));
  protected readonly rule = computed(() => (this.template().scoring.bands.length > 0 ? ruleInWords(this.template()) : []));

  protected start(level: string, from: number): void {
    const starts = this.starts();
    this.say({ ...this.template().scoring, bands: this.levels().map(({ key }) => ({ level: key, from: key === level ? from : (starts.get(key) ?? 0) })) }, 'soon');
  }

  /** Levels of equal width, to be changed. */
  protected rateOn(resultScale: string): void {
    const levels = scaleOf(this.template(), resultScale)?.levels ?? [];
    const bands = levels.map(({ key }, at) => ({ level: key, from: Math.round((100 * (levels.length - 1 - at)) / levels.length) }));
    this.say({ ...this.template().scoring, resultScale, bands }, 'now');
  }

  private say(scoring: Scoring, when: 'now' | 'soon'): void {
    this.changed.emit({ changes: { scoring }, when });
  }
}
