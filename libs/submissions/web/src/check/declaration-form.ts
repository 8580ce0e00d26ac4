import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { FormField, form, required, schema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { SubmissionView, Submit } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput, type Wrong } from '@attest/shared/ui';
import { FormFaults, Session } from '@attest/shared/web';
import { CurrentReturn } from '../current-return';
import { AnswerSaver } from '../saving/answer-saver';
import { notSaved } from './not-saved';

/** The deliberate act: read, ticked, named and sent. */
@Component({
  selector: 'att-declaration-form',
  imports: [ErrorSummary, Field, FieldInput, FormField],
  templateUrl: './declaration-form.html',
  styleUrl: './declaration-form.scss',
})
export class DeclarationForm {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly current = inject(CurrentReturn);
  private readonly saver = inject(AnswerSaver);

  readonly of = input.required<SubmissionView>();
  protected readonly faults = new FormFaults();
  private readonly unsaved = signal<readonly Wrong[]>([]);
  protected readonly errors = computed(() => [...this.unsaved(), ...this.faults.all()]);
  // what is typed stays when the return is read again
  private readonly typed = linkedSignal<string, Submit>({
    source: () => this.of().declarationRole,
    computation: (role) => ({ declared: false, name: this.session.current()?.person.name ?? '', role }),
  });
  protected readonly form = form(this.typed, declaration, { name: 'declaration' });

  protected submit(event: Event): Promise<void> {
    event.preventDefault();
    this.unsaved.set([]);
    return this.faults.attempt(this.form, async () => {
      await this.saver.settled();
      this.unsaved.set(notSaved(this.of().id, this.saver.unsaved(), (id) => this.current.asLastKnown(id)));
      // only what is saved would be handed in
      if (this.unsaved().length > 0) return;
      await this.current.submit(this.typed()).catch((error: unknown) => {
        // somebody may have changed an answer meanwhile: show what is wanted now
        this.current.refresh();
        throw error;
      });
      await this.router.navigate(['/returns', this.of().id, 'receipt']);
    });
  }
}

const declaration = schema<Submit>((path) => {
  required(path.declared, { message: 'Tick the box to make the declaration.' });
  required(path.name, { message: 'Enter your name.' });
  required(path.role, { message: 'Enter your role.' });
});
