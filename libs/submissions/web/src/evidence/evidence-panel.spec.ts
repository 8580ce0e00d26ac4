import { HttpClient, HttpEventType, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ShownForAnswer } from '@attest/shared/client';
import { Confirm } from '@attest/shared/ui';
import { aQuestion } from '../builders';
import { aPiece, aShown } from './builders';
import { SENDING } from './evidence-api';
import { EvidencePanel } from './evidence-panel';
import { soundPieces, takesEvidence } from './evidence-words';

let fixture: ComponentFixture<EvidencePanel>;
let http: HttpTestingController;
let asked: string[];
let answer: boolean;
let changes: ShownForAnswer[];
const panel = () => fixture.nativeElement as HTMLElement;
const words = () => panel().textContent!.replace(/\s+/g, ' ');
const button = (label: string | RegExp) => [...panel().querySelectorAll('button')].find(({ textContent }) => (typeof label === 'string' ? textContent!.trim() === label : label.test(textContent!)))!;
const file = (name: string, size = 10) => new File([new Uint8Array(size)], name);
const USE = '/api/submissions/s1/answers/q1/evidence/e1';

// jsdom has none
Blob.prototype.text ??= function (this: Blob) { return new Promise((done) => { const reader = new FileReader(); reader.onload = () => done(String(reader.result)); reader.readAsText(this); }); };

beforeEach(() => {
  [asked, answer, changes] = [[], true, []];
  const confirm = { ask: async ({ text }: { text: string }) => { asked.push(text); return answer; } };
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), { provide: SENDING, useExisting: HttpClient }, { provide: Confirm, useValue: confirm }] });
  http = TestBed.inject(HttpTestingController);
});

async function heard(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((done) => setTimeout(done));
  TestBed.tick();
}

async function shows(question = aQuestion({ evidenceRule: 'if-met' }), open = true): Promise<void> {
  fixture = TestBed.createComponent(EvidencePanel);
  for (const [name, value] of Object.entries({ place: { submissionId: 's1', questionId: 'q1' }, organisationId: 'o1', question, open })) fixture.componentRef.setInput(name, value);
  fixture.componentInstance.changed.subscribe((change) => changes.push(change));
  await heard();
}

/** As a drop does it: a paste differs by the name of the event alone. */
async function drops(files: readonly File[], kind = 'drop'): Promise<void> {
  const event = new Event(kind, { bubbles: true, cancelable: true });
  Object.assign(event, kind === 'drop' ? { dataTransfer: { files, types: ['Files'] } } : { clipboardData: { files } });
  panel().querySelector('att-bring-files')!.dispatchEvent(event);
  await heard();
}

const sent = (): TestRequest => http.expectOne('/api/organisations/o1/evidence');
async function kept(request: TestRequest): Promise<void> {
  request.flush(aPiece());
  await heard();
  http.expectOne(USE).flush({ shown: [aShown()], progress: { answered: 1, required: 2 } });
  await heard();
}

describe('evidence under a question', () => {
  it('says when it is needed, and is not there where nobody wants any', async () => {
    await shows();
    expect(words()).toContain('Evidence is needed when you rate this as met.');
    expect([takesEvidence(aQuestion({ evidenceRule: 'none' })), takesEvidence(aQuestion({ evidenceRule: 'optional' })), takesEvidence(aQuestion({ type: 'text', evidenceRule: 'optional' })), takesEvidence(aQuestion({ type: 'text', evidenceRule: 'required' })), takesEvidence(aQuestion({ evidenceRule: 'none', shown: [aShown()] }))]).toEqual([false, true, false, true, true]);
  });

  it.each(['drop', 'paste'])('asks about children once for a batch, then sends the files one after the other and shows how far each is: %s', async (kind) => {
    await shows();
    await drops([file('log.xlsx'), file('policy.pdf')], kind);
    expect(asked).toEqual([expect.stringContaining('names or shows a child')]);
    const first = sent();
    expect((first.request.body as FormData).get('file')).toMatchObject({ name: 'log.xlsx' });
    first.event({ type: HttpEventType.UploadProgress, loaded: 64, total: 100 });
    await heard();
    expect(words()).toMatch(/log\.xlsx ?10 bytes ?64%.*policy\.pdf ?10 bytes ?Waiting/);
    await kept(first);
    expect(changes).toEqual([{ shown: [aShown()], progress: { answered: 1, required: 2 } }]);
    await kept(sent());
    expect(asked).toHaveLength(1);
    expect(panel().querySelector('att-bring-files [role=status]')!.textContent).toBe('2 files were added.');
  });

  it('says what in the name of a file or in a text looks like a child', async () => {
    await shows();
    await drops([new File(['Seen today: 943 476 5919'], 'notes.txt'), file('EHCP Jack Brown.docx')]);
    await heard();
    expect(asked[0]).toContain('“notes.txt” looks as if it had an NHS number (943 476 5919). “EHCP Jack Brown.docx” looks as if it had the name of a child (Jack Brown).');
  });

  it('sends nothing when a child might be known', async () => {
    answer = false;
    await shows();
    await drops([file('photo.jpg')]);
    http.expectNone(() => true);
  });

  it('says at once what cannot be taken, and what the API will not have, and goes on with the rest', async () => {
    await shows();
    await drops([file('empty.pdf', 0), file('macros.docm'), file('page.html'), file('locked.pdf')]);
    expect(words()).toContain('The selected file is empty.');
    expect(words()).toContain('has macros');
    expect(words()).toContain('web page');
    sent().flush({ code: 'file-not-accepted', detail: 'The selected file is password protected.' }, { status: 422, statusText: 'No' });
    await heard();
    expect(words()).toContain('The selected file is password protected.');
    button(/^Dismiss empty\.pdf/).click();
    await heard();
    expect(words()).not.toContain('is empty');
  });

  it('adds a link, or a place where something is kept', async () => {
    await shows();
    button('Add a link').click();
    await heard();
    const fill = (name: string, value: string) => { const field = panel().querySelector<HTMLInputElement>(`#${name}`)!; field.value = value; field.dispatchEvent(new Event('input')); };
    fill('title', 'Policies');
    fill('location', 'http://school.example');
    panel().querySelector('form')!.dispatchEvent(new Event('submit'));
    await heard();
    expect(words()).toContain('Enter a link that begins with https://.');
    fill('location', 'Blue folder');
    panel().querySelector('form')!.dispatchEvent(new Event('submit'));
    await heard();
    const added = http.expectOne('/api/organisations/o1/evidence/links');
    expect(added.request.body).toEqual({ kind: 'place', title: 'Policies', location: 'Blue folder', owner: '', reviewBy: null });
    added.flush(aPiece({ kind: 'place' }));
    await heard();
    http.expectOne({ method: 'PUT', url: USE }).flush({ shown: [aShown()], progress: { answered: 1, required: 2 } });
    await heard();
    expect([changes.length, words().includes('Blue folder')]).toEqual([1, false]);
  });

  it('offers what is in the library and not here yet, and takes a piece away without deleting it', async () => {
    await shows(aQuestion({ shown: [aShown()], evidenceRule: 'optional' }));
    button('From the library').click();
    await heard();
    http.expectOne('/api/organisations/o1/evidence').flush([aPiece(), aPiece({ id: 'e2', title: 'Policy' })]);
    await heard();
    expect([...panel().querySelectorAll('.piece .name')].map(({ textContent }) => textContent)).toEqual(['Policy']);
    button(/^Use Policy/).click();
    await heard();
    http.expectOne('/api/submissions/s1/answers/q1/evidence/e2').flush({ shown: [aShown(), aShown({ id: 'e2' })], progress: { answered: 1, required: 2 } });
    await heard();
    button(/^Remove Training log/).click();
    await heard();
    http.expectOne({ method: 'DELETE', url: USE }).flush({ shown: [], progress: { answered: 0, required: 2 } });
    await heard();
    expect(words()).toContain('It is still in the library.');
  });

  it('says of each piece what it is, how it was checked, and that its review date has passed', async () => {
    await shows(aQuestion({ shown: [aShown({ owner: 'J Ahmed', reviewBy: '2026-09-01', expired: true }), aShown({ id: 'e2', title: 'Bad', revision: { scan: 'infected', file: null } })] }), false);
    expect(words()).toMatch(/Training log ?Review date passed ?Excel, 214 kB, Checked for malware. Kept by J Ahmed, review date passed on 1 September 2026/);
    expect(words()).toContain('Malware was found, so the file was removed');
    expect(panel().querySelector('button')).toBeNull();
    expect(soundPieces(fixture.componentInstance.question())).toBe(1);
  });
});
