import { Component, ElementRef, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { Template } from '@attest/domain/questionnaire';
import { onceDrawn } from '@attest/shared/ui';
import { itemsOf, typedAhead, type Item } from './outline-items';

/** How long somebody who types the beginning of a title may rest between letters, in milliseconds. */
const TYPING = 700;

/**
 * The questionnaire as a tree (ARIA Authoring Practices): arrows, Home and End move, Enter chooses, Alt with up or down
 * moves what has the focus, letters look for a title. One line of it is in the order of Tab.
 */
@Component({
  selector: 'att-outline',
  templateUrl: './outline.html',
  styleUrl: './outline.scss',
})
export class Outline {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly drawn = onceDrawn();

  readonly template = input.required<Template>();
  /** What is looked at. */
  readonly chosen = input.required<string>();
  /** How many problems there are, by key. */
  readonly problems = input<ReadonlyMap<string, number>>(new Map());
  readonly choose = output<string>();
  readonly move = output<{ readonly key: string; readonly by: 1 | -1 }>();
  readonly undo = output<'undo' | 'redo'>();
  readonly remove = output<string>();

  private readonly closed = signal<ReadonlySet<string>>(new Set());
  protected readonly items = computed(() => itemsOf(this.template(), this.closed()));
  private readonly wanted = linkedSignal(() => this.chosen());
  /** The one line that Tab comes to: it is there whatever was closed or removed. */
  protected readonly focused = computed(() => {
    const items = this.items();
    return (items.find(({ key }) => key === this.wanted()) ?? items.find(({ key }) => key === this.sectionOf(this.wanted())) ?? items[0]!).key;
  });
  private typed = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** After a change of the outline: the line is there once it has been drawn. */
  focusOn(key: string): void {
    const section = this.sectionOf(key);
    if (section) this.closed.update((closed) => new Set([...closed].filter((one) => one !== section)));
    this.wanted.set(key);
    this.drawn(() => this.host.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
  }

  protected press(event: KeyboardEvent): void {
    // keys may come faster than the focus moves on the page
    const item = this.items().find(({ key }) => key === this.focused())!;
    const done = event.ctrlKey || event.metaKey ? this.shortcut(event) : event.altKey ? this.moved(event.key, item) : this.walked(event, item);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected click(item: Item): void {
    this.wanted.set(item.key);
    this.choose.emit(item.key);
  }

  protected toggle(item: Item, event?: Event): void {
    event?.stopPropagation();
    this.closed.update((closed) => new Set(closed.has(item.key) ? [...closed].filter((key) => key !== item.key) : [...closed, item.key]));
  }

  private shortcut({ key, shiftKey }: KeyboardEvent): boolean {
    const which = key.toLowerCase();
    if (which !== 'z' && which !== 'y') return false;
    this.undo.emit(which === 'y' || shiftKey ? 'redo' : 'undo');
    return true;
  }

  private moved(key: string, item: Item): boolean {
    if ((key !== 'ArrowUp' && key !== 'ArrowDown') || item.kind === 'settings') return false;
    this.move.emit({ key: item.key, by: key === 'ArrowUp' ? -1 : 1 });
    return true;
  }

  private walked({ key }: KeyboardEvent, item: Item): boolean {
    const items = this.items();
    const at = items.indexOf(item);
    switch (key) {
      case 'ArrowDown': return this.go(items[at + 1]);
      case 'ArrowUp': return this.go(items[at - 1]);
      case 'Home': return this.go(items[0]);
      case 'End': return this.go(items.at(-1));
      case 'ArrowRight': return item.open === false ? this.turned(item) : item.open ? this.go(items[at + 1]?.parent === item.key ? items[at + 1] : undefined) : true;
      case 'ArrowLeft': return item.open ? this.turned(item) : this.go(items.find((one) => one.key === item.parent));
      case 'Enter': case ' ': this.click(item); return true;
      case 'Delete': if (item.kind !== 'settings') this.remove.emit(item.key); return true;
      default: return key.length === 1 && this.search(key, item);
    }
  }

  private turned(item: Item): true {
    this.toggle(item);
    return true;
  }

  private go(item: Item | undefined): true {
    if (item) {
      this.wanted.set(item.key);
      this.drawn(() => this.host.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
    }
    return true;
  }

  private search(letter: string, item: Item): boolean {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.typed = ''), TYPING);
    this.typed += letter;
    return this.go(typedAhead(this.items(), item.key, this.typed));
  }

  private sectionOf(key: string): string | undefined {
    return this.template().sections.find(({ questions }) => questions.some((question) => question.key === key))?.key;
  }
}
