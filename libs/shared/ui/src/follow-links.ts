import { Directive, inject } from '@angular/core';
import { Router } from '@angular/router';

/**
 * Follows plain links within the page, by one listener: for what has thousands of them, or draws them itself, where a
 * router link each would cost too much. A new tab stays the browser's own.
 */
@Directive({ selector: '[attFollowLinks]', host: { '(click)': 'follow($event)' } })
export class FollowLinks {
  private readonly router = inject(Router);

  protected follow(event: MouseEvent): void {
    const link = (event.target as Element).closest('a');
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void this.router.navigateByUrl(link.getAttribute('href')!);
  }
}
