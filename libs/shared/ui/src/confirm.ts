import { Component, Injectable, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

/** What is about to happen that cannot be undone. `action` is the verb on the button: "Close the round". */
export interface Confirmation {
  readonly heading: string;
  readonly text: string;
  readonly action: string;
  readonly danger?: true;
}

/** Asks once more, only before what is destructive or cannot be undone. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialogs = inject(MatDialog);

  async ask(confirmation: Confirmation): Promise<boolean> {
    const dialog = this.dialogs.open<ConfirmDialog, Confirmation, boolean>(ConfirmDialog, { data: confirmation, maxWidth: '34rem', autoFocus: 'dialog' });
    return (await firstValueFrom(dialog.afterClosed())) ?? false;
  }
}

@Component({
  selector: 'att-confirm-dialog',
  imports: [MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ asked.heading }}</h2>
    <mat-dialog-content><p>{{ asked.text }}</p></mat-dialog-content>
    <mat-dialog-actions>
      <button type="button" class="att-button" [class.att-button--primary]="!asked.danger" [class.att-button--danger]="asked.danger" [mat-dialog-close]="true">{{ asked.action }}</button>
      <button type="button" class="att-button att-button--quiet" [mat-dialog-close]="false">Cancel</button>
    </mat-dialog-actions>
  `,
})
export class ConfirmDialog {
  protected readonly asked = inject<Confirmation>(MAT_DIALOG_DATA);
}
