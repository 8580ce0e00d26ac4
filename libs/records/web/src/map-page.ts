import { Component } from '@angular/core';
import { basisInWords, dataMap, monthsOf, retention, type DataMapEntry } from '@attest/domain/records';
import { Page } from '@attest/shared/web';

const rows = Object.entries(dataMap).map(([table, entry]) => ({
  table, name: entry.name, holds: entry.holds, about: entry.about, basis: basisInWords[entry.basis], kept: keptInWords(entry), erasure: entry.erasure,
  exported: 'not' in entry.exported ? `No: ${entry.exported.not.replace(/^./, (first) => first.toLowerCase())}` : `${table}.csv`,
}));

function keptInWords({ kept }: DataMapEntry): string {
  return typeof kept === 'string' ? `${monthsOf(kept, {})} months from ${retention[kept].from}, unless the partnership chose otherwise` : kept.otherwise;
}

/** The record of processing, one entry for each table there is. */
@Component({
  selector: 'att-map-page',
  imports: [Page],
  template: `
    <att-page heading="Data map" back="/records" backLabel="Records and privacy"
      lead="Every kind of record in Attest: the record of processing that article 30 of the UK GDPR asks for, to copy into your own.">
      @for (row of rows; track row.table) {
        <section class="entry" [attr.aria-labelledby]="row.table">
          <h2 [id]="row.table">{{ row.name }}</h2>
          <p>{{ row.holds }}.</p>
          <dl class="att-facts">
            <dt>About</dt><dd>{{ row.about }}</dd>
            <dt>Why</dt><dd>{{ row.basis }}</dd>
            <dt>Kept</dt><dd>{{ row.kept }}</dd>
            <dt>When a person is erased</dt><dd>{{ row.erasure }}</dd>
            <dt>In a copy of everything</dt><dd>{{ row.exported }}</dd>
          </dl>
        </section>
      }
    </att-page>
  `,
  styles: `
    .entry { max-width: 60rem; padding-bottom: 4px; border-bottom: 1px solid var(--att-line); }
    h2 { margin: 20px 0 6px; font-size: 1.25rem; }
    @media (max-width: 40rem) { .att-facts { grid-template-columns: 1fr; gap: 0; dd { margin-bottom: 8px; } } }
  `,
})
export class MapPage {
  protected readonly rows = rows;
}
