import { Injectable, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';

/** "Page – Attest", as the browser's tab and a screen reader say it. */
@Injectable({ providedIn: 'root' })
export class PageTitles extends TitleStrategy {
  private readonly title = inject(Title);

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.say(this.buildTitle(snapshot) ?? '');
  }

  /** For a page that knows its name better once it is loaded. */
  say(page: string): void {
    this.title.setTitle(page ? `${page} – Attest` : 'Attest');
  }
}
