import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { Icon } from '../icon';

/** What a page shows, as files and on paper. */
@Component({
  selector: 'att-paper-files',
  imports: [Icon],
  template: `
    @if (printed()) { <button type="button" class="att-button" (click)="print()"><att-icon name="print" />Print</button> }
    @for (file of files(); track file.href) { <a class="att-button" [href]="file.href" download [attr.aria-label]="file.label + ' of ' + what()"><att-icon name="download" />{{ file.label }}</a> }
  `,
  styles: ':host { display: flex; flex-wrap: wrap; gap: 8px 12px; }',
})
export class PaperFiles {
  private readonly document = inject(DOCUMENT);

  /** Said to those who hear the link alone, such as "the blank form". */
  readonly what = input.required<string>();
  /** Its address without the ending. */
  readonly at = input.required<string>();
  readonly query = input('');
  /** Whether the page itself is what is printed. */
  readonly printed = input(false);

  protected readonly files = computed(() => [{ label: 'PDF', kind: 'pdf' }, { label: 'Word', kind: 'docx' }].map(({ label, kind }) => ({ label, href: `${this.at()}.${kind}${this.query()}` })));

  protected print(): void {
    this.document.defaultView?.print();
  }
}
