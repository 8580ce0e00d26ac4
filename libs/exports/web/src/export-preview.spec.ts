import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PreviewRequest } from '@attest/shared/client';
import { ExportPreview } from './export-preview';

const wanted = (contents: PreviewRequest['contents']): PreviewRequest => ({ preset: 'board-pack', audience: 'qp', contents, layer: 'moderated', format: 'docx', filters: {}, roundId: '0198c0de-7000-7000-8000-000000000001' });
const view = { says: 'First page of about 12', paper: { title: 'Board pack', language: 'en-GB', foot: '', blocks: [{ kind: 'heading', depth: 1, text: 'Findings' }] } };

describe('the preview of a file', () => {
  let fixture: ComponentFixture<ExportPreview>;
  let http: HttpTestingController;
  const text = () => (fixture.nativeElement as HTMLElement).textContent!.replace(/\s+/g, ' ').trim();

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(ExportPreview);
  });

  async function choose(contents: PreviewRequest['contents']): Promise<void> {
    fixture.componentRef.setInput('wanted', wanted(contents));
    TestBed.tick();
    await new Promise((go) => setTimeout(go, 50));
  }

  /** Longer than somebody needs for the next tick. */
  const paused = () => new Promise((go) => setTimeout(go, 700));

  it('asks once for several choices, draws what came, and keeps it while the next is on its way', async () => {
    await choose(['findings']);
    await choose(['findings', 'heatmap']);
    await paused();
    const asked = http.expectOne('/api/exports/preview');
    expect(JSON.parse(asked.request.body)).toMatchObject({ contents: ['findings', 'heatmap'] });
    asked.flush(view);
    await fixture.whenStable();
    expect(text()).toBe('PreviewFirst page of about 12.Board packFindings');
    await choose(['findings']);
    expect(text()).toContain('Board packFindings');
  });

  it('says what stands in the way', async () => {
    await choose([]);
    await paused();
    http.expectOne('/api/exports/preview').flush({ code: 'invalid-request', detail: 'That file cannot be made.', faults: [{ where: 'contents', detail: 'Tick at least one thing that should be in it.' }] }, { status: 400, statusText: 'Bad Request' });
    await fixture.whenStable();
    expect(text()).toBe('PreviewNote: Tick at least one thing that should be in it.');
  });
});
