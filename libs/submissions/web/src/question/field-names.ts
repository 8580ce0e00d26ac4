import { Injectable } from '@angular/core';

/**
 * What the fields of a question are called in the page. Where a question has the page to itself they are `answer`, `note` and
 * so on; where several stand on one page, each provides its own names, so that no two fields share one.
 */
@Injectable({ providedIn: 'root' })
export class FieldNames {
  /** Stands before every name. */
  prefix: () => string = () => '';

  /** Other questions stand on the page too. */
  several(): boolean {
    return this.prefix() !== '';
  }

  of(name: string): string {
    return this.prefix() + name;
  }

  /** The same in a `for` or `aria-describedby`: several names in a row. */
  all(...names: readonly string[]): string {
    return names.filter(Boolean).map((name) => this.of(name)).join(' ');
  }
}
