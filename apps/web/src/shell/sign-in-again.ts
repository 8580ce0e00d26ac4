import { Component, effect, inject } from '@angular/core';
import { MatDialog, type MatDialogRef } from '@angular/material/dialog';
import { Session } from '@attest/shared/web';
import { ProofDialog } from './proof-dialog';
import { SignInAgainDialog } from './sign-in-again-dialog';

const size = { maxWidth: '30rem', width: '100%', closeOnNavigation: false } as const;

/** When the session has ended, or who this is must be proved once more, asks over the page, which stays as it is, text and all. */
@Component({ selector: 'att-sign-in-again', template: '' })
export class SignInAgain {
  private readonly session = inject(Session);
  private readonly dialogs = inject(MatDialog);
  private dialog: MatDialogRef<unknown> | null = null;

  constructor() {
    effect(() => {
      if (this.session.expired()) this.open(SignInAgainDialog);
      else if (this.session.unproved()) this.open(ProofDialog);
      else this.close();
    });
  }

  private open(which: typeof SignInAgainDialog | typeof ProofDialog): void {
    if (this.dialog?.componentInstance instanceof which) return;
    this.close();
    this.dialog = this.dialogs.open<unknown>(which, { ...size, disableClose: which === SignInAgainDialog });
    if (which === ProofDialog) this.dialog.afterClosed().subscribe(() => this.session.settleProof(false));
  }

  private close(): void {
    this.dialog?.close();
    this.dialog = null;
  }
}
