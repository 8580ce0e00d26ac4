import { Component, computed, inject, input, output } from '@angular/core';
import type { Answer, Person } from '@attest/domain/questionnaire';
import { Field, FieldInput } from '@attest/shared/ui';
import { FieldNames } from '../field-names';

const nobody: Person = { name: '', role: '' };

/** A person at work: name, role and, if there is one, an e-mail address. */
@Component({
  selector: 'att-person-input',
  imports: [Field, FieldInput],
  templateUrl: './person-input.html',
  styleUrl: './person-input.scss',
})
export class PersonInput {
  protected readonly names = inject(FieldNames);
  readonly answer = input.required<Answer>();
  readonly error = input('');
  readonly typed = output<Person | null>();

  protected readonly person = computed(() => (this.answer().value as Person | null) ?? nobody);

  protected take(part: Partial<Person>): void {
    const { name, role, email = '' } = { ...this.person(), ...part };
    this.typed.emit(name || role || email ? { name, role, ...(email ? { email } : {}) } : null);
  }
}
