import { Component, inject } from '@angular/core';
import { DOCUMENT } from '@angular/common';

/** What to paste into Excel and Power BI. */
@Component({
  selector: 'att-recipes',
  template: `
    <h2>In Excel and Power BI</h2>
    <ol>
      <li>In Excel choose Data, Get Data, From Other Sources, Blank Query; in Power BI choose Get data, Blank query. Open the Advanced Editor, and paste one of these.</li>
      <li>When it asks how to sign in, choose Basic. The user name may be anything; the password is the token.</li>
      <li>Power BI refreshes by a schedule with the same: enter it under Data source credentials.</li>
    </ol>
    @for (table of tables; track table.name) {
      <h3 [id]="'recipe-' + table.name">{{ table.about }}</h3>
      <pre class="att-scroll" role="region" tabindex="0" [attr.aria-labelledby]="'recipe-' + table.name"><code>{{ queryFor(table.name) }}</code></pre>
    }
    <p>Add <code>?roundId=…</code> for one round alone; <code>rounds.csv</code> says which there are. Columns are added at the end and never renamed; the full data has a dictionary of them.</p>
  `,
  styles: ':host { display: block; max-width: 46rem; } h3 { margin: 16px 0 4px; } pre { margin: 0 0 16px; padding: 12px; background: var(--att-surface-strong); border-radius: var(--att-radius); font-size: 0.875rem; }',
})
export class Recipes {
  private readonly origin = inject(DOCUMENT).location.origin;
  protected readonly tables = [
    { name: 'answers', about: 'Every answer' }, { name: 'ratings', about: 'Every rating' }, { name: 'measures', about: 'Every figure' },
  ] as const;

  protected queryFor(name: string): string {
    return [
      'let',
      `  Site = "${this.origin}",`,
      `  File = Web.Contents(Site, [RelativePath = "api/analysis/${name}.csv"]),`,
      '  Rows = Csv.Document(File, [Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),',
      '  Table = Table.PromoteHeaders(Rows)',
      'in',
      '  Table',
    ].join('\n');
  }
}
