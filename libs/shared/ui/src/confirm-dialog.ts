import { Component, inject, type Injector } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { Confirmation } from './confirm';

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

/** False when it is cancelled or left with Escape. */
export async function askInDialog(injector: Injector, confirmation: Confirmation): Promise<boolean> {
  const dialog = injector.get(MatDialog).open<ConfirmDialog, Confirmation, boolean>(ConfirmDialog, { data: confirmation, maxWidth: '34rem', autoFocus: 'dialog' });
  return (await firstValueFrom(dialog.afterClosed())) ?? false;
}
