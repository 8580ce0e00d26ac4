import { Component, computed, input } from '@angular/core';

let made = 0;

/** Answered of required, in words and as a bar. */
@Component({
  selector: 'att-progress',
  template: `
    <p [id]="id"><strong>{{ answered() }} of {{ required() }}</strong> {{ noun() }}{{ left() }}</p>
    <progress [attr.aria-labelledby]="id" [max]="required() || 1" [value]="answered()"></progress>
  `,
  styleUrl: './progress.scss',
})
export class Progress {
  readonly answered = input.required<number>();
  readonly required = input.required<number>();
  readonly noun = input('answered');

  protected readonly id = `progress-${++made}`;
  protected readonly left = computed(() => {
    const left = this.required() - this.answered();
    return left > 0 ? `, ${left} left` : '';
  });
}
