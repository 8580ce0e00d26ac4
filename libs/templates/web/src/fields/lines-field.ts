import { Component, input, linkedSignal, output } from '@angular/core';
import { TextField } from './text-field';

const linesIn = (text: string): readonly string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** Several short texts, one on each line. */
@Component({
  selector: 'att-lines-field',
  imports: [TextField],
  template: '<att-text-field [label]="label()" [name]="name()" [hint]="hint()" [lines]="4" [optional]="true" [value]="text()" (typed)="type($event)" />',
})
export class LinesField {
  readonly label = input.required<string>();
  readonly name = input('');
  readonly hint = input('One on each line.');
  readonly value = input.required<readonly string[]>();
  readonly typed = output<readonly string[]>();

  /** An empty line that somebody is about to fill stays. */
  protected readonly text = linkedSignal<readonly string[], string>({
    source: () => this.value(),
    computation: (value, before) => (before && linesIn(before.value).join('\n') === value.join('\n') ? before.value : value.join('\n')),
  });

  protected type(text: string): void {
    this.text.set(text);
    this.typed.emit(linesIn(text));
  }
}
