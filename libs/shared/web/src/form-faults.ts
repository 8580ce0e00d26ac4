import { computed, signal } from '@angular/core';
import { faultsOf, problemOf, type Fault } from './problem';

/** As much of a signal form as is asked here. */
type Form = () => { errorSummary(): readonly { readonly message?: string; fieldTree(): { name(): string } }[] };

/**
 * What the last attempt to send a form got wrong: for the summary above it and beside each field. Nothing is said
 * before a person has tried. Our own rules and the API's refusals read alike.
 */
export class FormFaults {
  private readonly list = signal<readonly Fault[]>([]);
  private readonly busy = signal(false);
  readonly all = this.list.asReadonly();
  readonly sending = this.busy.asReadonly();
  readonly any = computed(() => this.list().length > 0);

  at(where: string): string {
    return this.list().find((fault) => fault.where === where)?.detail ?? '';
  }

  /** Checks the form, then sends it; a second press while it is on its way does nothing. */
  async attempt(form: Form, send: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    const wrong = wrongIn(form);
    this.list.set(wrong);
    if (wrong.length > 0) return;
    this.busy.set(true);
    try {
      await send();
    } catch (error) {
      this.list.set(faultsOf(problemOf(error)));
    } finally {
      this.busy.set(false);
    }
  }
}

/** A field is called `form.areas.0.name`; the API says `areas.0.name`, and so do we. Give forms a name without dots. */
const wrongIn = (form: Form): Fault[] =>
  form().errorSummary().map(({ fieldTree, message }) => ({
    where: fieldTree().name().split('.').slice(1).join('.'),
    detail: message ?? 'Check this answer.',
  }));
