import { Component, effect, inject } from '@angular/core';
import { MatDialog, type MatDialogRef } from '@angular/material/dialog';
import { Session } from '@attest/shared/web';
import { SignInAgainDialog } from './sign-in-again-dialog';

/** When the session has ended, asks for the password over the page, which stays as it is, text and all. */
@Component({ selector: 'att-sign-in-again', template: '' })
export class SignInAgain {
  private readonly session = inject(Session);
  private readonly dialogs = inject(MatDialog);
  private dialog: MatDialogRef<SignInAgainDialog> | null = null;

  constructor() {
    effect(() => (this.session.expired() ? this.open() : this.close()));
  }

  private open(): void {
    this.dialog ??= this.dialogs.open(SignInAgainDialog, { disableClose: true, maxWidth: '30rem', width: '100%', closeOnNavigation: false });
  }

  private close(): void {
    this.dialog?.close();
    this.dialog = null;
  }
}
