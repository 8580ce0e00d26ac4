import { Component, inject, type Injector } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { Rating } from './rating';
import { placeOf } from './rating-of';

interface Asked {
  readonly of: string;
  readonly section: string | undefined;
  readonly name: string;
}

@Component({
  selector: 'att-why-dialog',
  imports: [MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, Rating, RouterLink],
  template: `
    <h2 mat-dialog-title>Why this level: {{ asked.name }}</h2>
    <mat-dialog-content tabindex="0" role="region" aria-label="The explanation"><att-rating [of]="asked.of" [section]="asked.section" /></mat-dialog-content>
    <mat-dialog-actions>
      <button type="button" class="att-button" mat-dialog-close>Close</button>
      <a class="att-button att-button--quiet" [routerLink]="place">Open as a page</a>
    </mat-dialog-actions>
  `,
  host: { '(click)': 'followed($event)' },
})
export class WhyDialog {
  private readonly dialog = inject<MatDialogRef<WhyDialog>>(MatDialogRef);
  protected readonly asked = inject<Asked>(MAT_DIALOG_DATA);
  protected readonly place = placeOf(this.asked.of, this.asked.section);

  /** Whoever goes to another page leaves this one behind; a new tab leaves it open. */
  protected followed(event: MouseEvent): void {
    const apart = event.ctrlKey || event.metaKey || event.shiftKey;
    if ((event.target as Element).closest('a') && !apart) this.dialog.close();
  }
}

export function explainInDialog(injector: Injector, asked: Asked): void {
  injector.get(MatDialog).open<WhyDialog, Asked>(WhyDialog, { data: asked, width: '46rem', maxWidth: '94vw', autoFocus: 'dialog' });
}
