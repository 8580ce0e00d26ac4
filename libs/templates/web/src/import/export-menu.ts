import { Component, computed, input } from '@angular/core';
import { Disclosure } from '@attest/shared/ui';

/** A draft or a version as a file. */
@Component({
  selector: 'att-export-menu',
  imports: [Disclosure],
  template: `
    <att-disclosure label="Export" icon="download">
      <ul>
        @for (file of files(); track file.href) { <li><a [href]="file.href" download [attr.aria-label]="file.label + ' of ' + what()">{{ file.label }}</a></li> }
      </ul>
      <p class="att-secondary">A workbook can be changed and imported again.</p>
    </att-disclosure>
  `,
  styles: 'ul { list-style: none; margin: 0 0 8px; padding: 0; } a { display: block; padding: 6px 0; } p { margin: 0; }',
})
export class ExportMenu {
  /** Said to those who hear a link alone. */
  readonly what = input.required<string>();
  /** Such as `versions/0198…`. */
  readonly at = input.required<string>();

  protected readonly files = computed(() => [
    { label: 'Excel workbook', file: 'workbook.xlsx' }, { label: 'OpenDocument spreadsheet', file: 'workbook.ods' }, { label: 'JSON', file: 'export.json' },
  ].map(({ label, file }) => ({ label, href: `/api/templates/${this.at()}/${file}` })));
}
