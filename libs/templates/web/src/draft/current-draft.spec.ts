import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Edit } from '@attest/domain/authoring';
import { questionsOf, type Question } from '@attest/domain/questionnaire';
import { aQuestion, aSection, aTemplate } from '../../../../domain/src/questionnaire/builders';
import { aDraft } from './builders';
import { CurrentDraft } from './current-draft';

const template = aTemplate([aSection('1', [aQuestion('1.1'), aQuestion('1.2')])]);

let draft: CurrentDraft;
let http: HttpTestingController;
const rest = (milliseconds = 0) => jest.advanceTimersByTimeAsync(milliseconds);
const posted = (what = 'edits') => http.match(({ url }) => url === `/api/templates/drafts/d1/${what}`);
const first = () => questionsOf(draft.template()!)[0]!;
const titles = () => questionsOf(draft.template()!).map(({ title }) => title);
const title = (text: string, when: 'now' | 'soon' = 'now') => draft.changeQuestion(first(), { title: text }, when);

async function accepted(request: TestRequest | undefined, edits?: readonly Edit[]): Promise<void> {
  const { revision, edits: sent } = request!.request.body as { revision: number; edits: Edit[] };
  request!.flush({ revision: revision + 1, edits: edits ?? sent, canUndo: true, canRedo: false, savedAt: '2026-11-22T10:43:00.000Z' });
  await rest();
}

async function refused(request: TestRequest | undefined, code: string, more: object = {}): Promise<void> {
  request!.flush({ code, detail: 'No.', ...more }, { status: 409, statusText: code });
  await rest();
}

beforeEach(async () => {
  jest.useFakeTimers();
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), CurrentDraft] });
  [draft, http] = [TestBed.inject(CurrentDraft), TestBed.inject(HttpTestingController)];
  draft.open('d1');
  TestBed.tick();
  http.expectOne('/api/templates/drafts/d1').flush(aDraft(template));
  await rest();
});

afterEach(() => {
  http.verify();
  jest.useRealTimers();
});

describe('an edit', () => {
  it('is on the page at once, and saved when the API has it', async () => {
    title('Policy');
    expect([titles()[0], draft.status()]).toEqual(['Policy', 'saving']);
    await accepted(posted()[0]);
    expect([titles()[0], draft.status(), draft.view()!.revision]).toEqual(['Policy', 'saved', 1]);
  });

  it('stays although a reading that left before it arrives after it', async () => {
    draft.open('d1');
    TestBed.tick();
    const reading = http.expectOne('/api/templates/drafts/d1');
    title('Policy');
    await accepted(posted()[0]);
    reading.flush(aDraft(template));
    await rest();
    TestBed.tick();
    expect([titles()[0], draft.view()!.revision]).toEqual(['Policy', 1]);
  });

  it('is sent once when typing has rested', async () => {
    for (const text of ['P', 'Po', 'Pol']) {
      title(text, 'soon');
      await rest(400);
    }
    expect(posted()).toEqual([]);
    await rest(300);
    const [request, ...more] = posted();
    expect(more).toEqual([]);
    expect((request!.request.body.edits as { question: Question }[])[0]!.question.title).toBe('Pol');
    await accepted(request);
  });

  it('waits for the one before, and carries the revision on', async () => {
    title('One');
    const [one] = posted();
    title('Two');
    expect(posted()).toEqual([]);
    await accepted(one);
    const [two] = posted();
    expect(two!.request.body.revision).toBe(1);
    await accepted(two);
    expect(titles()[0]).toBe('Two');
  });

  it('that cannot be made says why and sends nothing', () => {
    expect(draft.edit([{ edit: 'remove-question', key: 'gone' }])).toBe(false);
    expect(draft.told()).toContain('no longer in the draft');
  });
});

describe('when somebody else changed the draft meanwhile', () => {
  const theirs = (changed: Question | null) => aDraft(aTemplate([aSection('1', [...(changed ? [changed] : []), aQuestion('1.2', { title: 'Theirs' })])]), { revision: 5, changedBy: 'Sam Okafor' });

  it('makes the edit again on top, and says so', async () => {
    title('Mine');
    await refused(posted()[0], 'changed-meanwhile', { current: theirs(aQuestion('1.1', { wording: 'Their wording?' })) });
    const [again] = posted();
    expect(again!.request.body.revision).toBe(5);
    await accepted(again);
    expect(titles()).toEqual(['Mine', 'Theirs']);
    expect(first().wording).toBe('Their wording?');
    expect(draft.told()).toBe('Sam Okafor changed this draft meanwhile. Your change was made again on top of it.');
  });

  it('says that what it was about is gone', async () => {
    title('Mine');
    await refused(posted()[0], 'changed-meanwhile', { current: theirs(null) });
    expect(titles()).toEqual(['Theirs']);
    expect(draft.told()).toContain('could not be made on top of it');
    expect(draft.status()).toBe('saved');
  });
});

describe('when the API', () => {
  it('cannot be reached, says so and tries again', async () => {
    title('Mine');
    posted()[0]!.error(new ProgressEvent('error'));
    await rest();
    expect([draft.status(), titles()[0]]).toEqual(['delayed', 'Mine']);
    await rest(5_000);
    await accepted(posted()[0]);
    expect(draft.status()).toBe('saved');
  });

  it('will not have it, shows the draft as it is', async () => {
    title('Mine');
    await refused(posted()[0], 'edit-not-accepted');
    TestBed.tick();
    http.expectOne('/api/templates/drafts/d1').flush(aDraft(template, { revision: 3 }));
    await rest();
    expect(titles()[0]).toBe('Title 1.1');
    expect(draft.told()).toContain('was not saved');
  });
});

it('takes back after what waits has been sent', async () => {
  title('Mine', 'soon');
  const undone = draft.takeBack('undo');
  expect(posted('undo')).toEqual([]);
  await accepted(posted()[0]);
  await rest(50);
  await accepted(posted('undo')[0], [{ edit: 'change-question', question: aQuestion('1.1') }]);
  await undone;
  expect(titles()[0]).toBe('Title 1.1');
});
