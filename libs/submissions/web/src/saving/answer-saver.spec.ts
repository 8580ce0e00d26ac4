import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { unanswered } from '../answers';
import { aReturn, aSavedAnswer } from '../builders';
import { CurrentReturn } from '../current-return';
import { AnswerSaver } from './answer-saver';
import { newestIn } from './line';
import { api, bodyOf, noted, place, request, requests, versionOf } from './saver-stage';

const elsewhere = { submissionId: 's1', questionId: 'q2' };
const rest = (milliseconds = 0) => jest.advanceTimersByTimeAsync(milliseconds);
const { opened, answered, unreachable, refused } = api(rest);

let saver: AnswerSaver;
let current: CurrentReturn;
let http: HttpTestingController;

beforeEach(async () => {
  jest.useFakeTimers();
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), CurrentReturn, AnswerSaver] });
  [saver, current, http] = [TestBed.inject(AnswerSaver), TestBed.inject(CurrentReturn), TestBed.inject(HttpTestingController)];
  await opened();
});

afterEach(() => {
  http.verify();
  jest.useRealTimers();
});

describe('when an answer is saved', () => {
  it('saves a choice at once, with the version it was made to', () => {
    saver.edit(place, { ...unanswered, level: 'amber' }, 4, 'now');
    const saving = request();
    expect(bodyOf(saving)).toMatchObject({ level: 'amber', value: null, note: '', naReason: null });
    expect(bodyOf(saving).operationId).toMatch(/^[0-9a-f-]{36}$/);
    expect(versionOf(saving)).toBe('"4"');
  });

  it('saves words once, when typing has rested', async () => {
    for (const note of ['W', 'We', 'We t', 'We test']) {
      saver.edit(place, noted(note), 0, 'soon');
      await rest(1_000);
    }
    expect(requests()).toHaveLength(0);
    await rest(500);
    expect(bodyOf(request()).note).toBe('We test');
  });

  it('shows it in the return without reading that again', async () => {
    saver.edit(place, noted('We test'), 0, 'now');
    await answered(request(), 1);
    expect(current.question('q1')!.answer).toMatchObject({ note: 'We test', version: 1 });
    expect(current.view()!.progress).toEqual({ answered: 1, required: 2 });
    expect(saver.unsaved()).toEqual([]);
    expect(saver.lastSavedAt()).toBe('2026-11-22T10:42:00.000Z');
  });

  it('reads the return again when other questions have appeared, and says how many', async () => {
    saver.edit(place, { ...unanswered, level: 'green' }, 0, 'now');
    request().flush(aSavedAnswer({ level: 'green', version: 1 }, { questionsChanged: true }));
    await rest();
    TestBed.tick();
    const longer = aReturn([...aReturn().sections[0]!.questions, { ...aReturn().sections[0]!.questions[0]!, id: 'q3', ref: '3.3' }]);
    http.expectOne('/api/submissions/s1').flush(longer);
    await rest();
    expect(current.change()).toEqual({ added: 1, gone: 0, because: 'q1' });
    // the reading had left before the answer was saved
    expect(current.question('q1')!.answer).toMatchObject({ level: 'green', version: 1 });
  });
});

describe('the order of changes to one answer', () => {
  it('waits for the first before it sends the second, and carries the version on', async () => {
    saver.edit(place, noted('one'), 0, 'now');
    const first = request();
    saver.edit(place, noted('two'), 0, 'now');
    saver.edit(place, noted('three'), 0, 'now');
    expect(requests()).toHaveLength(0);
    await answered(first, 1);
    const second = request();
    expect([bodyOf(second).note, versionOf(second)]).toEqual(['three', '"1"']);
    expect(bodyOf(second).operationId).not.toBe(bodyOf(first).operationId);
    await answered(second, 2);
    expect(current.question('q1')!.answer).toMatchObject({ note: 'three', version: 2 });
    expect(saver.unsaved()).toEqual([]);
  });

  it('does not let what is typed during a save fall under the table', async () => {
    saver.edit(place, noted('one'), 0, 'now');
    const first = request();
    saver.edit(place, noted('one and more'), 0, 'soon');
    await answered(first, 1);
    expect(newestIn(saver.lineAt(place)!)?.note).toBe('one and more');
    await rest(1_500);
    await answered(request(), 2);
    expect(current.question('q1')!.answer?.note).toBe('one and more');
  });

  it('saves two answers side by side', () => {
    saver.edit(place, noted('one'), 0, 'now');
    saver.edit(elsewhere, noted('two'), 0, 'now');
    expect(requests().map((each) => bodyOf(each).note)).toEqual(['one', 'two']);
  });
});

describe('when the network is away', () => {
  it('sends the same operation again, later and later', async () => {
    saver.edit(place, noted('one'), 0, 'now');
    const first = request();
    await unreachable(first);
    await rest(1_999);
    expect(requests()).toHaveLength(0);
    await rest(1);
    const second = request();
    expect(bodyOf(second)).toEqual(bodyOf(first));
    await unreachable(second);
    await rest(3_999);
    expect(requests()).toHaveLength(0);
    await rest(1);
    const third = request();
    expect(bodyOf(third).operationId).toBe(bodyOf(first).operationId);
    await answered(third, 1);
    expect(saver.unsaved()).toEqual([]);
  });

  it('first settles what may have arrived, then sends what was typed since', async () => {
    saver.edit(place, noted('one'), 0, 'now');
    const first = request();
    await unreachable(first);
    saver.edit(place, noted('two'), 0, 'soon');
    await rest(1_500);
    const again = request();
    expect(bodyOf(again)).toEqual(bodyOf(first));
    await answered(again, 1);
    const last = request();
    expect([bodyOf(last).note, versionOf(last)]).toEqual(['two', '"1"']);
    await answered(last, 2);
    expect(saver.unsaved()).toEqual([]);
  });

  it('sends the newest words when the API itself said that nothing was stored', async () => {
    saver.edit(place, noted('one'), 0, 'now');
    const first = request();
    saver.edit(place, noted('two'), 0, 'now');
    await refused(first, 503, 'unavailable');
    await rest(2_000);
    const second = request();
    expect([bodyOf(second).note, versionOf(second)]).toEqual(['two', '"0"']);
    await answered(second, 1);
  });

  it('tries at once when the device is back on line', async () => {
    saver.edit(place, noted('one'), 0, 'now');
    await unreachable(request());
    window.dispatchEvent(new Event('online'));
    await answered(request(), 1);
  });

  it('counts how many answers wait', async () => {
    saver.edit(place, noted('one'), 0, 'now');
    saver.edit(elsewhere, noted('two'), 0, 'now');
    for (const each of requests()) await unreachable(each);
    expect(saver.unsaved().map(({ failures }) => failures)).toEqual([1, 1]);
  });
});

describe('when the API will not have it', () => {
  it('keeps what was typed with the reason, and does not send it again', async () => {
    saver.edit(place, { ...unanswered, value: 500 }, 0, 'now');
    await refused(request(), 422, 'answer-not-accepted', { faults: [{ where: '3.1', detail: 'Give a percentage from 0 to 100.' }] });
    await rest(60_000);
    expect(requests()).toHaveLength(0);
    expect(saver.lineAt(place)).toMatchObject({ wanted: { value: 500 }, refusal: { code: 'answer-not-accepted' } });
  });

  it('sends what is put right', async () => {
    saver.edit(place, { ...unanswered, value: 500 }, 0, 'now');
    await refused(request(), 422, 'answer-not-accepted');
    saver.edit(place, { ...unanswered, value: 50 }, 0, 'now');
    await answered(request(), 1);
    expect(saver.unsaved()).toEqual([]);
  });

  it('goes on to what was typed since, which may well be right', async () => {
    saver.edit(place, { ...unanswered, value: 500 }, 0, 'now');
    const first = request();
    saver.edit(place, { ...unanswered, value: 50 }, 0, 'soon');
    await refused(first, 422, 'answer-not-accepted');
    await answered(request(), 1);
    expect(saver.unsaved()).toEqual([]);
  });
});

describe('half a number or date', () => {
  it('keeps a half-typed date until it is put right', async () => {
    saver.keepUnreadable(place, '27/0', 0);
    expect(saver.lineAt(place)).toMatchObject({ unreadable: '27/0', rested: false });
    await rest(1_500);
    expect(saver.lineAt(place)).toMatchObject({ rested: true });
    expect(requests()).toHaveLength(0);
    saver.edit(place, { ...unanswered, value: '2026-09-27' }, 0, 'now');
    await answered(request(), 1);
    expect(saver.unsaved()).toEqual([]);
  });

  it('does not take the explanation with it', async () => {
    saver.edit(place, { ...unanswered, note: 'We counted.' }, 0, 'soon');
    saver.keepUnreadable(place, '27/0', 0);
    await rest(1_500);
    const saving = request();
    expect(bodyOf(saving)).toMatchObject({ note: 'We counted.', value: null });
    await answered(saving, 1);
    expect(saver.lineAt(place)).toMatchObject({ unreadable: '27/0', rested: true, wanted: null });
  });

  it('is not saved as the date it was on the way', async () => {
    saver.edit(place, { ...unanswered, value: '2020-01-01' }, 0, 'soon');
    saver.keepUnreadable(place, '1/1/202', 0);
    await rest(1_500);
    expect(requests()).toHaveLength(0);
    expect(saver.lineAt(place)).toMatchObject({ unreadable: '1/1/202', wanted: null });
  });

  it('stays while the explanation is written and saved', async () => {
    saver.keepUnreadable(place, '27/0', 0);
    saver.editWords(place, noted('We counted.'), 0);
    await rest(1_500);
    await answered(request(), 1);
    expect(saver.lineAt(place)).toMatchObject({ unreadable: '27/0' });
    saver.edit(place, { ...noted('We counted.'), value: '2026-09-27' }, 1, 'now');
    await answered(request(), 2);
    expect(saver.unsaved()).toEqual([]);
  });
});
