import { Component, Injector, inject, input } from '@angular/core';

/** Beside a level: opens why it is that. The dialog is fetched when somebody asks, and gives the focus back when it closes. */
@Component({
  selector: 'att-why',
  template: `<button type="button" class="att-button att-button--quiet att-button--small" aria-haspopup="dialog" (click)="ask()">{{ label() }}<span class="att-visually-hidden"> {{ name() }}</span></button>`,
  styles: `
    button { min-height: 32px; padding: 2px 8px; font-weight: 500; white-space: nowrap; }
    @media print { :host { display: none; } }
  `,
})
export class Why {
  private readonly injector = inject(Injector);

  /** The return. */
  readonly of = input.required<string>();
  /** Key of a section; the whole return without one. */
  readonly section = input<string>();
  /** Whose level it is, for those who do not see what stands beside it: "3 Online safety". */
  readonly name = input.required<string>();
  readonly label = input('Why?');

  protected async ask(): Promise<void> {
    const { explainInDialog } = await import('./why-dialog');
    explainInDialog(this.injector, { of: this.of(), section: this.section(), name: this.name() });
  }
}
