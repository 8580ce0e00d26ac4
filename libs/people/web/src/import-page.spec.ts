import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, expect, it } from '@jest/globals';
import type { ImportView } from '@attest/shared/client';
import { ImportPage } from './import-page';

const found: ImportView = {
  id: 'i', fileName: 'register.csv', uploadedBy: 'Priya Shah', uploadedAt: '2026-11-22T10:00:00Z', appliedAt: null,
  rows: 2, concerned: 2, unchanged: 2, absent: 0, moves: [], changes: [],
};

let fixture: ComponentFixture<ImportPage>;
let http: HttpTestingController;
const page = () => fixture.nativeElement as HTMLElement;
const bar = () => page().querySelector('progress');

beforeEach(async () => {
  TestBed.configureTestingModule({ providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting()] });
  http = TestBed.inject(HttpTestingController);
  fixture = TestBed.createComponent(ImportPage);
  await fixture.whenStable();
});

async function choose(): Promise<void> {
  const control = page().querySelector('input')!;
  Object.defineProperty(control, 'files', { value: [new File(['URN'], 'register.csv')] });
  control.dispatchEvent(new Event('change'));
  await fixture.whenStable();
}

async function heard(): Promise<void> {
  await new Promise((done) => setTimeout(done));
  await fixture.whenStable();
}

it('says that it is reading the file, for as long as that takes', async () => {
  await choose();
  expect(page().querySelector('[role="status"]')!.textContent).toContain('Reading the file… register.csv');
  // nobody knows how far it has got
  expect(bar()!.hasAttribute('value')).toBe(false);
  http.expectOne('/api/register-imports').flush(found);
  await heard();
  expect(bar()).toBeNull();
  expect(page().textContent).toContain('3. See what would change');
});

it('lets another file be chosen when this one was refused', async () => {
  await choose();
  http.expectOne('/api/register-imports').flush({ code: 'register-unreadable', detail: 'This is not a register.' }, { status: 422, statusText: 'No' });
  await heard();
  expect([bar(), page().querySelector('input[type="file"]') === null]).toEqual([null, false]);
  expect(page().textContent).toContain('This is not a register. Nothing was changed.');
});
