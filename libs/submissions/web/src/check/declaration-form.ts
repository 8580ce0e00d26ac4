import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { SubmissionView, Submit } from '@attest/shared/client';
import { CurrentReturn } from '../current-return';
import { SignatureForm } from '../signing/signature-form';

/** Where one declaration is enough, it submits. */
@Component({
  selector: 'att-declaration-form',
  imports: [SignatureForm],
  template: `
    <att-signature-form [id]="of().id" [wording]="of().declaration" [organisation]="of().organisation.name" [role]="of().declarationRole"
      action="Submit return" doing="Submitting…" [send]="send">
      Once submitted, the answers can no longer be changed. You get a receipt and your result at once.
    </att-signature-form>
  `,
})
export class DeclarationForm {
  private readonly router = inject(Router);
  private readonly current = inject(CurrentReturn);
  readonly of = input.required<SubmissionView>();

  protected readonly send = async (declaration: Submit): Promise<void> => {
    await this.current.submit(declaration).catch((error: unknown) => {
      // somebody may have changed an answer meanwhile: show what is wanted now
      this.current.refresh();
      throw error;
    });
    await this.router.navigate(['/returns', this.of().id, 'receipt']);
  };
}
