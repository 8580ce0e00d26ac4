import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, output } from '@angular/core';
import type { TemplateSummary } from '@attest/shared/client';
import { proposedName } from './new-round';

/** Which published questionnaire the round asks: the newest edition of each, and earlier ones for those who look for them. */
@Component({
  selector: 'att-template-choice',
  imports: [NgTemplateOutlet],
  templateUrl: './template-choice.html',
  styles: `
    fieldset { max-width: 44rem; }
    .more { display: block; color: var(--att-text-secondary); font-size: 1rem; }
    .error { color: var(--att-error); font-weight: 650; }
    details { margin-top: 8px; }
  `,
})
export class TemplateChoice {
  readonly templates = input.required<readonly TemplateSummary[]>();
  readonly chosen = input.required<string>();
  readonly error = input('');
  readonly choose = output<TemplateSummary>();

  /** The API has the newest edition first. */
  protected readonly newest = computed(() => this.templates().filter((template, at, all) => all.findIndex(({ code }) => code === template.code) === at));
  protected readonly earlier = computed(() => this.templates().filter((template) => !this.newest().includes(template)));
  protected readonly named = proposedName;
}
