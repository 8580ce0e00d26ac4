import { Component, ElementRef, afterRenderEffect, inject, input, signal, viewChild } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

let made = 0;

/** A button that opens a small panel below it. Escape, a press elsewhere or leaving by Tab closes it. */
@Component({
  selector: 'att-disclosure',
  imports: [Icon],
  template: `
    <button #button type="button" class="att-bar-button att-disclosure-button" [attr.aria-expanded]="open()" [attr.aria-controls]="id" (click)="open.set(!open())">
      @if (icon(); as name) { <att-icon [name]="name" /> }
      <span>{{ label() }}</span><att-icon name="expand" />
    </button>
    <div #panel class="panel" [class.from-start]="fromStart()" [id]="id" [hidden]="!open()"><ng-content /></div>
  `,
  styleUrl: './disclosure.scss',
  host: {
    '(keydown.escape)': 'close()',
    '(focusout)': 'left($event)',
    '(document:pointerdown)': 'pressed($event)',
  },
})
export class Disclosure {
  readonly label = input.required<string>();
  readonly icon = input<IconName | null>(null);

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly button = viewChild.required<ElementRef<HTMLButtonElement>>('button');
  protected readonly id = `disclosure-${++made}`;
  protected readonly open = signal(false);
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');
  /** Where there is no room to its left. */
  protected readonly fromStart = signal(false);

  constructor() {
    afterRenderEffect(() => {
      if (this.open()) this.fromStart.set(this.host.getBoundingClientRect().right < this.panel().nativeElement.offsetWidth);
    });
  }

  close(): void {
    if (!this.open()) return;
    this.open.set(false);
    this.button().nativeElement.focus();
  }

  protected left({ relatedTarget }: FocusEvent): void {
    if (relatedTarget && !this.host.contains(relatedTarget as Node)) this.open.set(false);
  }

  protected pressed({ target }: Event): void {
    if (!this.host.contains(target as Node)) this.open.set(false);
  }
}
