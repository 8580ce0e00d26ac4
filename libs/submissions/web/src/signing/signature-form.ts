import { Component, computed, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { FormField, form, required, schema } from '@angular/forms/signals';
import type { Submit } from '@attest/shared/client';
import { ErrorSummary, Field, FieldInput, type Wrong } from '@attest/shared/ui';
import { FormFaults, Session } from '@attest/shared/web';
import { notSaved } from '../check/not-saved';
import { CurrentReturn } from '../current-return';
import { AnswerSaver } from '../saving/answer-saver';

/** The deliberate act: read, ticked, named and sent. Only what is saved is signed, so that is waited for first. */
@Component({
  selector: 'att-signature-form',
  imports: [ErrorSummary, Field, FieldInput, FormField],
  templateUrl: './signature-form.html',
  styleUrl: './signature-form.scss',
})
export class SignatureForm {
  private readonly session = inject(Session);
  private readonly current = inject(CurrentReturn);
  private readonly saver = inject(AnswerSaver);

  readonly id = input.required<string>();
  readonly wording = input.required<string>();
  readonly organisation = input.required<string>();
  /** What whoever signs is called, until they say otherwise. */
  readonly role = input.required<string>();
  readonly action = input.required<string>();
  readonly doing = input.required<string>();
  readonly send = input.required<(signature: Submit) => Promise<unknown>>();

  protected readonly faults = new FormFaults();
  private readonly unsaved = signal<readonly Wrong[]>([]);
  protected readonly errors = computed(() => [...this.unsaved(), ...this.faults.all()]);
  // what is typed stays when the return or the session is read again
  private readonly typed = linkedSignal<string, Submit>({
    source: () => this.role(),
    computation: (role) => ({ declared: false, name: untracked(this.session.current)?.person.name ?? '', role }),
  });
  protected readonly form = form(this.typed, declaration, { name: 'declaration' });

  protected submit(event: Event): Promise<void> {
    event.preventDefault();
    this.unsaved.set([]);
    return this.faults.attempt(this.form, async () => {
      await this.saver.settled();
      this.unsaved.set(notSaved(this.id(), this.saver.unsaved(), (id) => this.current.asLastKnown(id)));
      if (this.unsaved().length > 0) return;
      await this.send()(this.typed());
    });
  }
}

const declaration = schema<Submit>((path) => {
  required(path.declared, { message: 'Tick the box to make the declaration.' });
  required(path.name, { message: 'Enter your name.' });
  required(path.role, { message: 'Enter your role.' });
});
