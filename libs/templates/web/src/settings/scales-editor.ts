import { Component, input, output } from '@angular/core';
import { colours, questionsOf, type Colour, type Level, type Scale, type Template } from '@attest/domain/questionnaire';
import { Icon, RagBadge, type Option } from '@attest/shared/ui';
import { NumberField } from '../fields/number-field';
import { SelectField } from '../fields/select-field';
import { TextField } from '../fields/text-field';
import type { SettingsChange } from './settings-change';

/** The scales that questions are rated on. Levels stand best first; which end of the numbers is best is said by the scores. */
@Component({
  selector: 'att-scales-editor',
  imports: [Icon, NumberField, RagBadge, SelectField, TextField],
  templateUrl: './scales-editor.html',
  styleUrl: './scales-editor.scss',
})
export class ScalesEditor {
  readonly template = input.required<Template>();
  readonly changed = output<SettingsChange>();

  protected readonly colours: readonly Option[] = colours.map((key) => ({ key, label: key[0]!.toUpperCase() + key.slice(1) }));

  protected readonly short = (text: string) => (text.length > 3 ? 'Enter 3 characters or fewer.' : null);

  protected direction({ levels }: Scale): string {
    const [first, last] = [levels[0], levels.at(-1)];
    if (!first || !last || first === last) return 'A scale has two levels or more, best first.';
    return `Best is ${first.word} (${first.score}), worst is ${last.word} (${last.score}): ${first.score < last.score ? 'a lower number is better' : 'a higher number is better'}.`;
  }

  protected used({ key }: Scale): number {
    return questionsOf(this.template()).filter(({ scale }) => scale === key).length + (this.template().scoring.resultScale === key ? 1 : 0);
  }

  protected name(scale: Scale, name: string): void {
    this.put({ ...scale, name }, 'soon');
  }

  protected change(scale: Scale, at: number, part: Partial<Level>, when: 'now' | 'soon' = 'soon'): void {
    this.put({ ...scale, levels: scale.levels.map((level, place) => (place === at ? { ...level, ...part } : level)) }, when);
  }

  protected paint(scale: Scale, at: number, colour: string): void {
    this.change(scale, at, { colour: colour as Colour }, 'now');
  }

  protected move(scale: Scale, at: number, by: 1 | -1): void {
    const levels = [...scale.levels];
    levels.splice(at + by, 0, ...levels.splice(at, 1));
    this.put({ ...scale, levels }, 'now');
  }

  protected addLevel(scale: Scale): void {
    const level: Level = { key: free('level', scale.levels), letter: '', word: '', colour: 'red', score: 0, meets: false, meaning: '' };
    this.put({ ...scale, levels: [...scale.levels, level] }, 'now');
  }

  protected removeLevel(scale: Scale, at: number): void {
    this.put({ ...scale, levels: scale.levels.filter((_, place) => place !== at) }, 'now');
  }

  protected add(): void {
    const levels: readonly Level[] = [
      { key: 'met', letter: 'M', word: 'Met', colour: 'green', score: 1, meets: true, meaning: '' },
      { key: 'not-met', letter: 'N', word: 'Not met', colour: 'red', score: 0, meets: false, meaning: '' },
    ];
    this.say([...this.template().scales, { key: free('scale', this.template().scales), name: 'New scale', levels }], 'now');
  }

  protected remove(scale: Scale): void {
    this.say(this.template().scales.filter((one) => one !== scale), 'now');
  }

  private put(scale: Scale, when: 'now' | 'soon'): void {
    this.say(this.template().scales.map((one) => (one.key === scale.key ? scale : one)), when);
  }

  private say(scales: readonly Scale[], when: 'now' | 'soon'): void {
    this.changed.emit({ changes: { scales }, when });
  }
}

function free(stem: string, taken: readonly { readonly key: string }[]): string {
  let n = taken.length + 1;
  while (taken.some(({ key }) => key === `${stem}-${n}`)) n++;
  return `${stem}-${n}`;
}
