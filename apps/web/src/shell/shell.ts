import { Component, DOCUMENT, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Title } from '@angular/platform-browser';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { filter } from 'rxjs';
import { Session } from '@attest/shared/web';
import { Icon, SkipLink } from '@attest/shared/ui';
import { entriesFor, isAt, type Entry, type Place } from './navigation';
import { SignInAgain } from './sign-in-again';
import { TimeLeft } from './time-left';
import { TopBar } from './top-bar';
import { WaitingAnswers } from './waiting-answers';

/** What stands around every page. Nobody signed in: a bar and a footer; signed in: the menu as well. */
@Component({
  selector: 'att-root',
  imports: [Icon, RouterLink, RouterOutlet, SignInAgain, SkipLink, TimeLeft, TopBar, WaitingAnswers],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  private readonly document = inject(DOCUMENT);
  private readonly title = inject(Title);
  protected readonly session = inject(Session);

  protected readonly entries = computed(() => (this.session.current() ? entriesFor(this.session) : []));
  protected readonly menuOpen = signal(false);
  /** Said by screen readers when another page opens. */
  protected readonly announced = signal('');
  private readonly path = signal<string | null>(null);

  constructor() {
    inject(Router).events
      .pipe(filter((event) => event instanceof NavigationEnd), takeUntilDestroyed())
      .subscribe(({ urlAfterRedirects }) => this.arrived(urlAfterRedirects));
  }

  /** What `aria-current` says of a place: that this page is it, or that this page is one of its parts. */
  protected standing(place: Place & Partial<Entry>): 'page' | 'true' | null {
    const at = (one: Place) => isAt(one, this.path() ?? '');
    if (place.parts?.some(at)) return 'true';
    return at(place) ? 'page' : null;
  }

  /** Filters change the address too; only another page moves the focus. */
  private arrived(url: string): void {
    const path = url.split(/[?#]/)[0]!;
    const first = this.path() === null;
    const same = path === this.path();
    this.path.set(path);
    this.menuOpen.set(false);
    if (first || same) return;
    this.document.getElementById('main')?.focus({ preventScroll: true });
    // after the page has drawn itself and named the tab
    setTimeout(() => this.announced.set(this.title.getTitle()), 150);
  }
}
