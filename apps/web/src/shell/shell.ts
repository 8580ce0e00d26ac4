import { Component, DOCUMENT, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Title } from '@angular/platform-browser';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { filter } from 'rxjs';
import { Session } from '@attest/shared/web';
import { Icon, SkipLink } from '@attest/shared/ui';
import { placesFor } from './navigation';
import { SignInAgain } from './sign-in-again';
import { TimeLeft } from './time-left';
import { TopBar } from './top-bar';
import { WaitingAnswers } from './waiting-answers';

/** What stands around every page. Nobody signed in: a bar and a footer; signed in: the menu as well. */
@Component({
  selector: 'att-root',
  imports: [Icon, RouterLink, RouterLinkActive, RouterOutlet, SignInAgain, SkipLink, TimeLeft, TopBar, WaitingAnswers],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  private readonly document = inject(DOCUMENT);
  private readonly title = inject(Title);
  protected readonly session = inject(Session);

  protected readonly places = computed(() => (this.session.current() ? placesFor(this.session) : []));
  protected readonly menuOpen = signal(false);
  /** Said by screen readers when another page opens. */
  protected readonly announced = signal('');
  private path: string | null = null;

  constructor() {
    inject(Router).events
      .pipe(filter((event) => event instanceof NavigationEnd), takeUntilDestroyed())
      .subscribe(({ urlAfterRedirects }) => this.arrived(urlAfterRedirects));
  }

  /** Filters change the address too; only another page moves the focus. */
  private arrived(url: string): void {
    const path = url.split(/[?#]/)[0]!;
    const first = this.path === null;
    const same = path === this.path;
    this.path = path;
    this.menuOpen.set(false);
    if (first || same) return;
    this.document.getElementById('main')?.focus({ preventScroll: true });
    // after the page has drawn itself and named the tab
    setTimeout(() => this.announced.set(this.title.getTitle()), 150);
  }
}
