import { Component, DOCUMENT, ElementRef, afterNextRender, computed, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Drawing } from '@attest/domain/figures';
import { Icon } from '../icon';
import { csvOf, pngFile, save, svgFile } from './files';

let made = 0;

/**
 * A figure and its table: the same figures in the same order, one press apart, and each to be taken away. The description is
 * what a person who sees neither needs to know. Content: `attChart`, `attTable`, `attDownloads`, and notes.
 */
@Component({
  selector: 'att-figure',
  imports: [Icon, RouterLink],
  templateUrl: './figure.html',
  styleUrl: './figure.scss',
  host: { role: 'group', '[id]': 'key()', '[attr.aria-labelledby]': 'id + "-title"', '[attr.aria-describedby]': 'id + "-description"' },
})
export class Figure {
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly window = inject(DOCUMENT).defaultView as Window & typeof globalThis;

  /** Its place on the page, in its address and in the names of its files, such as `trend`. */
  readonly key = input.required<string>();
  /** What it says, as a sentence: "Training is the weakest standard". */
  readonly title = input.required<string>();
  /** Measure, population, round. */
  readonly subtitle = input.required<string>();
  readonly description = input.required<string>();
  /** The chart as shapes, for the files; the same shapes as on the page. */
  readonly picture = input<Drawing | null>(null);

  private readonly table = viewChild.required<ElementRef<HTMLElement>>('table');
  protected readonly id = `figure-${++made}`;
  protected readonly shown = signal<'chart' | 'table'>('chart');
  protected readonly views = [{ key: 'chart', label: 'Chart' }, { key: 'table', label: 'Table' }] as const;
  protected readonly chartShown = computed(() => this.shown() === 'chart');

  constructor() {
    // figures come after their page: the browser has looked for the address's place by then
    afterNextRender(() => { if (this.window.location.hash === `#${this.key()}`) this.host.scrollIntoView(); });
  }

  protected saveCsv(): void {
    const tables = [...this.table().nativeElement.querySelectorAll('table')];
    save(this.window, `${this.key()}.csv`, new Blob([csvOf(tables)], { type: 'text/csv;charset=utf-8' }));
  }

  protected saveSvg(drawing: Drawing): void {
    save(this.window, `${this.key()}.svg`, svgFile(drawing, { title: this.title(), description: this.description() }));
  }

  protected async savePng(drawing: Drawing): Promise<void> {
    save(this.window, `${this.key()}.png`, await pngFile(this.window, drawing, { title: this.title(), description: this.description() }));
  }
}
