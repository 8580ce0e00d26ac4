import { DOCUMENT, Injectable, inject, signal } from '@angular/core';

export const themes = ['auto', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themes)[number];

const KEY = 'attest-theme';

/** Light, dark, or as the device says; remembered on this device. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<ThemeChoice>(this.stored());
  readonly choice = this.chosen.asReadonly();

  constructor() {
    this.apply();
  }

  choose(choice: ThemeChoice): void {
    this.chosen.set(choice);
    this.apply();
    try {
      localStorage.setItem(KEY, choice);
    } catch { /* storage is switched off: the choice lasts as long as the page */ }
  }

  private apply(): void {
    this.document.documentElement.dataset['theme'] = this.chosen();
  }

  private stored(): ThemeChoice {
    try {
      return themes.find((each) => each === localStorage.getItem(KEY)) ?? 'auto';
    } catch {
      return 'auto'; // storage is switched off
    }
  }
}
