import { Component, computed, input, signal } from '@angular/core';

let made = 0;

/**
 * A figure and its table: the same figures in the same order, one press apart. The description is what a person who
 * sees neither needs to know. Content: `attChart`, `attTable`, `attDownloads`, and notes.
 */
@Component({
  selector: 'att-figure',
  templateUrl: './figure.html',
  styleUrl: './figure.scss',
  host: { role: 'group', '[attr.aria-labelledby]': 'id + "-title"', '[attr.aria-describedby]': 'id + "-description"' },
})
export class Figure {
  /** What it says, as a sentence: "Training is the weakest standard". */
  readonly title = input.required<string>();
  /** Measure, population, round. */
  readonly subtitle = input.required<string>();
  readonly description = input.required<string>();

  protected readonly id = `figure-${++made}`;
  protected readonly shown = signal<'chart' | 'table'>('chart');
  protected readonly views = [{ key: 'chart', label: 'Chart' }, { key: 'table', label: 'Table' }] as const;
  protected readonly chartShown = computed(() => this.shown() === 'chart');
}
