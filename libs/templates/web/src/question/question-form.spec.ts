import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { expect, it } from '@jest/globals';
import { questionsOf, type Template } from '@attest/domain/questionnaire';
import { aQuestion, aSection, aTemplate } from '../../../../domain/src/questionnaire/builders';
import { aDraft } from '../draft/builders';
import { CurrentDraft } from '../draft/current-draft';
import { QuestionForm } from './question-form';

/** The editor around the form: what is said comes back with the draft. */
@Component({
  selector: 'att-editor-around',
  imports: [QuestionForm],
  template: '@if (draft.template(); as template) { <att-question-form [template]="template" [question]="first(template)" /> }',
})
class EditorAround {
  protected readonly draft = inject(CurrentDraft);
  protected readonly first = (template: Template) => questionsOf(template)[0]!;
}

it('keeps what was typed into one field when the next is typed into before the page is drawn again', async () => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), CurrentDraft] });
  const [draft, http] = [TestBed.inject(CurrentDraft), TestBed.inject(HttpTestingController)];
  draft.open('d1');
  TestBed.tick();
  http.expectOne('/api/templates/drafts/d1').flush(aDraft(aTemplate([aSection('1', [aQuestion('1.1')])])));
  const fixture = TestBed.createComponent(EditorAround);
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
  for (const [name, text] of Object.entries({ title: 'Cover', wording: 'Who covers when they are away?' })) {
    const field = (fixture.nativeElement as HTMLElement).querySelector<HTMLInputElement>(`#${name}`)!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
  }
  const { title, wording } = questionsOf(draft.template()!)[0]!;
  expect([title, wording]).toEqual(['Cover', 'Who covers when they are away?']);
});
