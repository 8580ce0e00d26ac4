import { Injectable, Injector, inject } from '@angular/core';

/** What is about to happen that cannot be undone. `action` is the verb on the button: "Close the round". */
export interface Confirmation {
  readonly heading: string;
  readonly text: string;
  readonly action: string;
  readonly danger?: true;
}

/** Asks once more, only before what is destructive or cannot be undone. The dialog is fetched when it is needed. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly injector = inject(Injector);

  async ask(confirmation: Confirmation): Promise<boolean> {
    const { askInDialog } = await import('./confirm-dialog');
    return askInDialog(this.injector, confirmation);
  }
}
