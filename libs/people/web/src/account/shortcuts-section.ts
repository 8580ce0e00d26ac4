import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Preferences } from '@attest/shared/web';

/** Single keys are off until somebody wants them: whoever dictates would press them with every word. */
@Component({
  selector: 'att-shortcuts-section',
  imports: [RouterLink],
  template: `
    <h2>Keyboard</h2>
    <label class="att-choice att-choice--bare">
      <input #on type="checkbox" [checked]="preferences.view().shortcuts" aria-describedby="shortcuts-hint" (change)="preferences.change({ shortcuts: on.checked })" />
      <span>Use single keys as shortcuts</span>
    </label>
    <p id="shortcuts-hint" class="att-secondary">Such as 1 to 4 to choose a level. They do nothing while you type. <a routerLink="/help" fragment="keyboard">All keys</a></p>
  `,
})
export class ShortcutsSection {
  protected readonly preferences = inject(Preferences);
}
