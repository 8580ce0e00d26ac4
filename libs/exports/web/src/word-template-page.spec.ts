import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { WordTemplateView } from '@attest/shared/client';
import { WordTemplatePage } from './word-template-page';

const kept: WordTemplateView = { template: { fileName: 'Board paper.docx', bytes: 20_000, savedAt: '2026-11-22T10:00:00Z', places: ['title', 'body'], missing: ['partnership', 'date'], unknown: ['chair'] } };

let fixture: ComponentFixture<WordTemplatePage>;
let http: HttpTestingController;
const page = () => fixture.nativeElement as HTMLElement;

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting()] });
  http = TestBed.inject(HttpTestingController);
  fixture = TestBed.createComponent(WordTemplatePage);
});

async function settled(): Promise<void> {
  await new Promise((done) => setTimeout(done));
  await fixture.whenStable();
}

async function answered(view: WordTemplateView): Promise<void> {
  fixture.detectChanges();
  TestBed.tick();
  http.expectOne('/api/word-template').flush(view);
  await settled();
}

async function choose(): Promise<void> {
  const control = page().querySelector('input')!;
  Object.defineProperty(control, 'files', { value: [new File(['PK'], 'Board paper.docx')], configurable: true });
  control.dispatchEvent(new Event('change'));
  await new Promise((done) => setTimeout(done));
}

describe('the page of the partnership’s own Word template', () => {
  it('says what can stand in one, and offers one to start from', async () => {
    await answered({ template: null });
    expect(page().textContent).toContain('There is no template yet');
    expect(page().querySelectorAll('tbody tr').length).toBeGreaterThan(9);
    expect(page().textContent).toContain('{{heatmap}}');
    expect(page().querySelector('a[href="/api/word-template/starter.docx"]')).not.toBeNull();
  });

  it('says what the one there is has places for, lacks and has too much', async () => {
    await answered(kept);
    expect(page().textContent).toContain('It has places for {{title}}, {{body}}.');
    expect(page().textContent).toContain('It has none for {{partnership}}, {{date}}');
    expect(page().textContent).toContain('nothing is put in for {{chair}}');
  });

  it('brings a file, and shows why one is not taken', async () => {
    await answered({ template: null });
    await choose();
    http.expectOne({ method: 'POST', url: '/api/word-template' }).flush({ code: 'file-not-accepted', detail: 'The file has no place for the paper.' }, { status: 422, statusText: 'No' });
    await settled();
    expect(page().querySelector('att-file-drop')!.textContent).toContain('The file has no place for the paper.');
    await choose();
    http.expectOne({ method: 'POST', url: '/api/word-template' }).flush(kept);
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
    http.expectOne({ method: 'GET', url: '/api/word-template' }).flush(kept);
    await settled();
    expect(page().textContent).toContain('The template is kept.');
    expect(page().textContent).not.toContain('The file has no place');
  });
});
