import { DOCUMENT, Injectable, inject, signal } from '@angular/core';

const KEY = 'attest-heatmap';

/** How this person likes the heatmap on this device. Patterns reach every badge of the page, so the document wears them. */
@Injectable({ providedIn: 'root' })
export class HeatmapDisplay {
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal(this.stored());
  readonly choice = this.chosen.asReadonly();

  constructor() {
    this.wear();
  }

  toggle(name: 'patterns' | 'compact'): void {
    this.chosen.update((choice) => ({ ...choice, [name]: !choice[name] }));
    this.wear();
    try {
      localStorage.setItem(KEY, JSON.stringify(this.chosen()));
    } catch { /* storage is switched off: the choice lasts as long as the page */ }
  }

  private wear(): void {
    this.document.documentElement.dataset['patterns'] = this.chosen().patterns ? 'on' : 'off';
  }

  private stored(): { readonly patterns: boolean; readonly compact: boolean } {
    try {
      const { patterns, compact } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
      return { patterns: patterns === true, compact: compact === true };
    } catch {
      return { patterns: false, compact: false }; // storage is switched off, or holds something else
    }
  }
}
