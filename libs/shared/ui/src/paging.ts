import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from './icon';

/** Pages of a list, in words. The page is in the address, so that Back works and a page can be sent to somebody. */
@Component({
  selector: 'att-paging',
  imports: [Icon, RouterLink],
  template: `
    @if (pages() > 1) {
      <nav [attr.aria-label]="label()">
        @if (page() > 1) {
          <a class="att-button" [routerLink]="[]" [queryParams]="{ page: page() > 2 ? page() - 1 : null }" queryParamsHandling="merge"><att-icon name="back" />Previous page</a>
        }
        <span>Page {{ page() }} of {{ pages() }}</span>
        @if (page() < pages()) {
          <a class="att-button" [routerLink]="[]" [queryParams]="{ page: page() + 1 }" queryParamsHandling="merge">Next page<att-icon name="forward" /></a>
        }
      </nav>
    }
  `,
  styles: `
    nav { display: flex; flex-wrap: wrap; gap: 12px 20px; align-items: center; margin-top: 20px; font-variant-numeric: tabular-nums; }
    @media print { nav a { display: none; } }
  `,
})
export class Paging {
  readonly page = input.required<number>();
  readonly pages = input.required<number>();
  readonly label = input('Pages');
}
