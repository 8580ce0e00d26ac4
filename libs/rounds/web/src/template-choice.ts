import { Component, input, output } from '@angular/core';
import type { TemplateSummary } from '@attest/shared/client';

/** Which published questionnaire the round asks. */
@Component({
  selector: 'att-template-choice',
  template: `
    <fieldset [attr.aria-describedby]="error() ? 'template-error' : null">
      <legend class="att-visually-hidden">Which questionnaire is asked</legend>
      @if (error()) { <p id="template-error" class="error">{{ error() }}</p> }
      @for (template of templates(); track template.versionId) {
        <label class="att-choice">
          <input type="radio" name="template" [attr.id]="$first ? 'templateVersionId' : null" [checked]="template.versionId === chosen()" (change)="choose.emit(template)" />
          <span>
            <strong>{{ template.title }}</strong>, edition {{ template.edition }}
            <span class="more">For {{ template.audience === 'school' ? 'schools' : 'agencies' }}: {{ template.questions }} questions in {{ template.sections }} sections</span>
          </span>
        </label>
      }
    </fieldset>
  `,
  styles: `
    fieldset { max-width: 44rem; }
    .more { display: block; color: var(--att-text-secondary); font-size: 1rem; }
    .error { color: var(--att-error); font-weight: 650; }
  `,
})
export class TemplateChoice {
  readonly templates = input.required<readonly TemplateSummary[]>();
  readonly chosen = input.required<string>();
  readonly error = input('');
  readonly choose = output<TemplateSummary>();
}
