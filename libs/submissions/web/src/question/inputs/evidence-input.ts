import { Component, computed, inject, input, output, signal } from '@angular/core';
import { isEvidence, type Answer, type Shown } from '@attest/domain/questionnaire';
import { Field, FieldInput, Icon } from '@attest/shared/ui';
import { FieldNames } from '../field-names';

const MOST = 20;
const nothing: Shown = { title: '', where: '' };

/** What shows the answer to be true, and where each piece of it is kept. There is always an empty place for the next one. */
@Component({
  selector: 'att-evidence-input',
  imports: [Field, FieldInput, Icon],
  templateUrl: './evidence-input.html',
  styleUrl: './evidence-input.scss',
})
export class EvidenceInput {
  protected readonly names = inject(FieldNames);
  readonly answer = input.required<Answer>();
  readonly error = input('');
  readonly typed = output<readonly Shown[] | null>();

  private readonly given = computed<readonly Shown[]>(() => {
    const { value } = this.answer();
    return value !== null && isEvidence(value) ? value : [];
  });
  private readonly more = signal(0);
  protected readonly pieces = computed(() => (this.given().length > 0 ? [...this.given(), ...Array<Shown>(this.more()).fill(nothing)] : [nothing]));
  protected readonly full = computed(() => this.pieces().length >= MOST || this.pieces().some(({ title, where }) => !title && !where));

  protected take(at: number, part: Partial<Shown>): void {
    const pieces = this.pieces().map((piece, index) => (index === at ? { title: piece.title, where: piece.where, ...part } : piece));
    this.tell(pieces);
  }

  protected remove(at: number): void {
    this.tell(this.pieces().filter((_, index) => index !== at));
  }

  protected add(): void {
    this.more.update((more) => more + 1);
  }

  /** Places that are still empty are ours, and nobody's answer. */
  private tell(pieces: readonly Shown[]): void {
    const said = pieces.filter(({ title, where }) => title !== '' || where !== '');
    this.more.set(Math.max(0, pieces.length - said.length));
    this.typed.emit(said.length > 0 ? said : null);
  }
}
