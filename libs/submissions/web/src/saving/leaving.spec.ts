import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { anAnswer } from '../builders';
import { CurrentReturn } from '../current-return';
import { AnswerSaver } from './answer-saver';
import { api, bodyOf, noted, place, request, requests, versionOf } from './saver-stage';

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

describe('when the page is left', () => {
  it('sends at once what was still resting', async () => {
    saver.edit(place, noted('half a sen'), 0, 'soon');
    saver.flush();
    await answered(request(), 1);
    await rest(60_000);
    expect(requests()).toHaveLength(0);
  });

  it('sends it when the window is hidden, so that it arrives even if the tab is closed', () => {
    saver.edit(place, noted('half a sen'), 0, 'soon');
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(request().request.keepalive).toBe(true);
  });

  it('warns before the window is closed on unsaved words, and not otherwise', async () => {
    const closing = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(closing()).toBe(false);
    saver.edit(place, noted('half a sen'), 0, 'soon');
    expect(closing()).toBe(true);
    await answered(request(), 1);
    expect(closing()).toBe(false);
  });

  it('says when nothing is on its way any more', async () => {
    let settled = false;
    saver.edit(place, noted('one'), 0, 'soon');
    void saver.settled().then(() => (settled = true));
    const first = request();
    saver.edit(place, noted('two'), 0, 'now');
    await answered(first, 1);
    expect(settled).toBe(false);
    await answered(request(), 2);
    expect(settled).toBe(true);
  });
});

describe('when the page may be closing during a save', () => {
  const hide = () => {
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('pagehide'));
  };

  /** "one" is on its way, "one and more" has been sent behind it. */
  function leaving(): [TestRequest, TestRequest] {
    saver.edit(place, noted('one'), 4, 'now');
    const first = request();
    saver.edit(place, noted('one and more'), 4, 'soon');
    hide();
    return [first, request()];
  }

  it('sends the newest words without waiting, once, made to the version that will be', () => {
    const [, ahead] = leaving();
    expect([bodyOf(ahead).note, versionOf(ahead), ahead.request.keepalive]).toEqual(['one and more', '"5"', true]);
    hide();
    expect(requests()).toHaveLength(0);
  });

  it('is the same operation when the page comes back and it is its turn', async () => {
    const [first, ahead] = leaving();
    await answered(first, 5);
    await answered(ahead, 6);
    expect(saver.unsaved()).toHaveLength(1);
    const again = request();
    expect([bodyOf(again), versionOf(again)]).toEqual([bodyOf(ahead), versionOf(ahead)]);
    await answered(again, 6);
    expect(saver.unsaved()).toEqual([]);
    expect(current.question('q1')!.answer).toMatchObject({ note: 'one and more', version: 6 });
  });

  it('keeps the order when it is hidden again and more is typed after', async () => {
    const [first] = leaving();
    saver.edit(place, noted('and yet more'), 4, 'soon');
    hide();
    expect(versionOf(request())).toBe('"6"');
    saver.edit(place, noted('the end'), 4, 'now');
    await answered(first, 5);
    await answered(request(), 6);
    await answered(request(), 7);
    const last = request();
    expect([bodyOf(last).note, versionOf(last)]).toEqual(['the end', '"7"']);
    await answered(last, 8);
    expect(saver.unsaved()).toEqual([]);
  });

  it('sends them anew when they had overtaken the first and were only kept', async () => {
    const [first, ahead] = leaving();
    await refused(ahead, 409, 'changed-meanwhile', { theirs: anAnswer({ version: 4 }) });
    await answered(first, 5);
    await refused(request(), 409, 'changed-meanwhile', { theirs: anAnswer({ note: 'one', version: 5 }) });
    const anew = request();
    expect([bodyOf(anew).note, versionOf(anew)]).toEqual(['one and more', '"5"']);
    expect(bodyOf(anew).operationId).not.toBe(bodyOf(ahead).operationId);
    await answered(anew, 6);
    expect(saver.unsaved()).toEqual([]);
  });

  it('sends both again, in turn, when neither arrived', async () => {
    const [first, ahead] = leaving();
    await unreachable(ahead);
    await unreachable(first);
    await rest(2_000);
    const again = request();
    expect(bodyOf(again)).toEqual(bodyOf(first));
    await answered(again, 5);
    await answered(request(), 6);
    expect(current.question('q1')!.answer?.note).toBe('one and more');
  });

  describe('and somebody else was quicker', () => {
    const theirs = anAnswer({ note: 'theirs', version: 5, updatedBy: 'P Shah' });

    it('asks what became of the newest words, without saving them over theirs', async () => {
      const [first, ahead] = leaving();
      await refused(first, 409, 'changed-meanwhile', { theirs });
      const asking = request();
      expect([bodyOf(asking), versionOf(asking)]).toEqual([bodyOf(ahead), '"4"']);
      await refused(asking, 409, 'changed-meanwhile', { theirs });
      expect(saver.lineAt(place)).toMatchObject({ conflict: { theirs }, wanted: { note: 'one and more' } });
      saver.keepTheirs(place);
      expect(saver.unsaved()).toEqual([]);
      expect(current.question('q1')!.answer).toEqual(theirs);
    });

    it('lets a person choose even when mine already stands over theirs', async () => {
      const [first] = leaving();
      await refused(first, 409, 'changed-meanwhile', { theirs });
      await answered(request(), 6);
      expect(saver.lineAt(place)).toMatchObject({ conflict: { theirs }, wanted: { note: 'one and more' } });
      saver.keepTheirs(place);
      const back = request();
      expect([bodyOf(back).note, versionOf(back)]).toEqual(['theirs', '"6"']);
      await answered(back, 7);
      expect(saver.unsaved()).toEqual([]);
    });
  });
});
