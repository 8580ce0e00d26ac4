import { Component, input, output, signal } from '@angular/core';
import type { Citation } from '@attest/domain/questionnaire';
import { Icon, Notice } from '@attest/shared/ui';
import { TextField } from './text-field';

export interface CitationsChange {
  readonly citations: readonly Citation[];
  readonly when: 'now' | 'soon';
}

const isAddress = (text: string) => (text.trim() === '' || /^https?:\/\/\S+$/.test(text.trim()) ? null : 'Enter an address that begins with https://');

/** Where requirements stand, with a notice where a later edition is in force. */
@Component({
  selector: 'att-citations-editor',
  imports: [Icon, Notice, TextField],
  templateUrl: './citations-editor.html',
  styles: `
    .citation { margin: 0 0 8px; padding: 6px 16px; border: 1px solid var(--att-line); border-radius: var(--att-radius-card); }
    .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); gap: 0 16px; }
  `,
})
export class CitationsEditor {
  readonly name = input('citations');
  readonly citations = input.required<readonly Citation[]>();
  readonly current = input.required<Readonly<Record<string, string>>>();
  readonly changed = output<CitationsChange>();

  protected readonly isAddress = isAddress;
  /** The one that is being written: it stays unfolded. */
  protected readonly added = signal(-1);

  protected inForce({ title, version }: Citation): string | null {
    const now = Object.hasOwn(this.current(), title) ? this.current()[title]! : version;
    return now === version ? null : now;
  }

  protected change(at: number, part: Partial<Citation>, when: 'now' | 'soon' = 'soon'): void {
    this.say(this.citations().map((one, place) => (place === at ? without({ ...one, ...part }) : one)), when);
  }

  protected add(): void {
    this.added.set(this.citations().length);
    this.say([...this.citations(), { title: '', where: '', version: '' }], 'now');
  }

  protected remove(at: number): void {
    this.added.set(-1);
    this.say(this.citations().filter((_, place) => place !== at), 'now');
  }

  private say(citations: readonly Citation[], when: 'now' | 'soon'): void {
    this.changed.emit({ citations, when });
  }
}

/** An empty address and a mark that is not set are left out. */
function without({ url, unverified, ...citation }: Citation): Citation {
  return { ...citation, ...(url?.trim() && { url: url.trim() }), ...(unverified && { unverified }) };
}
