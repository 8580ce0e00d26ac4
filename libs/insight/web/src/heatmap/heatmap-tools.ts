import { Component, ElementRef, inject, model, output, viewChild } from '@angular/core';
import { HeatmapDisplay } from './heatmap-display';

/** How the table is shown and walked through. */
@Component({
  selector: 'att-heatmap-tools',
  template: `
    <label class="att-choice att-choice--bare"><input type="checkbox" [checked]="display.choice().patterns" (change)="display.toggle('patterns')" />Patterns</label>
    <label class="att-choice att-choice--bare"><input type="checkbox" [checked]="display.choice().compact" (change)="display.toggle('compact')" />Compact</label>
    <button #explore type="button" class="att-button att-button--small" [attr.aria-pressed]="exploring()" (click)="exploring.set(!exploring())">Explore with arrow keys</button>
    <button type="button" class="att-button att-button--small past" (click)="past.emit()">Skip past the table</button>
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: center; margin-bottom: 12px; }
    .att-choice + .att-choice { margin-top: 0; }
    .past:not(:focus) { position: absolute; width: 1px; height: 1px; min-height: 0; padding: 0; border: 0; overflow: hidden; clip-path: inset(50%); }
    @media print { :host { display: none; } }
  `,
})
export class HeatmapTools {
  protected readonly display = inject(HeatmapDisplay);
  private readonly explore = viewChild.required<ElementRef<HTMLElement>>('explore');

  readonly exploring = model(false);
  readonly past = output();

  focus(): void {
    this.explore().nativeElement.focus();
  }
}
