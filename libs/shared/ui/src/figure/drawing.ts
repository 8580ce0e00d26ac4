import { Component, DestroyRef, ElementRef, afterNextRender, computed, inject, input, signal } from '@angular/core';
import { diamondPath, type Drawing as Shapes } from '@attest/domain/figures';
import { FollowLinks } from '../follow-links';

/**
 * Draws shapes in the page's own colours, as wide as there is room: they are laid out for that width, so that words keep
 * their size. Marks that lead somewhere are links with a name; the rest is for the eye, and the figure's table says it in words.
 */
@Component({
  selector: 'att-drawing',
  template: `
    @let shapes = drawn();
    <svg [attr.width]="shapes.width" [attr.height]="shapes.height" [attr.viewBox]="'0 0 ' + shapes.width + ' ' + shapes.height" [attr.aria-hidden]="leads() ? null : true" focusable="false">
      @for (mark of shapes.marks; track $index) {
        @switch (mark.kind) {
          @case ('rect') { <rect [attr.class]="mark.look" [attr.x]="mark.x" [attr.y]="mark.y" [attr.width]="mark.width" [attr.height]="mark.height" /> }
          @case ('line') { <line [attr.class]="mark.look" [attr.x1]="mark.x1" [attr.y1]="mark.y1" [attr.x2]="mark.x2" [attr.y2]="mark.y2" /> }
          @case ('text') { <text aria-hidden="true" [attr.class]="mark.look" [attr.x]="mark.x" [attr.y]="mark.y" [attr.font-size]="mark.size" [attr.text-anchor]="mark.anchor">{{ mark.text }}</text> }
          @case ('circle') {
            @if (mark.link; as link) { <a [attr.href]="link.to" [attr.aria-label]="link.says"><title>{{ link.says }}</title><circle class="reach" [attr.cx]="mark.x" [attr.cy]="mark.y" r="12" /><circle [attr.class]="mark.look" [attr.cx]="mark.x" [attr.cy]="mark.y" [attr.r]="mark.r" /></a> }
            @else { <circle [attr.class]="mark.look" [attr.cx]="mark.x" [attr.cy]="mark.y" [attr.r]="mark.r" /> }
          }
          @case ('diamond') {
            @if (mark.link; as link) { <a [attr.href]="link.to" [attr.aria-label]="link.says"><title>{{ link.says }}</title><circle class="reach" [attr.cx]="mark.x" [attr.cy]="mark.y" r="12" /><path [attr.class]="mark.look" [attr.d]="diamond(mark)" /></a> }
            @else { <path [attr.class]="mark.look" [attr.d]="diamond(mark)" /> }
          }
        }
      }
    </svg>
  `,
  styleUrl: './drawing.scss',
  hostDirectives: [FollowLinks],
  host: { '[class.att-four-levels]': 'fourLevels()' },
})
export class Drawing {
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** The shapes for a width. */
  readonly of = input.required<(width: number) => Shapes>();
  readonly most = input(720);

  private readonly room = signal(0);
  protected readonly drawn = computed(() => this.of()(Math.min(this.room() || this.most(), this.most())));
  protected readonly leads = computed(() => this.drawn().marks.some((mark) => 'link' in mark));
  protected readonly fourLevels = computed(() => this.drawn().marks.some(({ look }) => look === 'blue'));
  protected readonly diamond = diamondPath;

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const observer = new ResizeObserver(([entry]) => { if (entry && entry.contentRect.width > 0) this.room.set(Math.floor(entry.contentRect.width)); });
      observer.observe(this.host);
      destroyed.onDestroy(() => observer.disconnect());
    });
  }
}
