import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { anAnswer } from '../builders';
import { CurrentReturn } from '../current-return';
import { AnswerSaver } from './answer-saver';
import { newestIn } from './line';
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

describe('when somebody else was quicker', () => {
  const theirs = anAnswer({ note: 'theirs', version: 5, updatedBy: 'P Shah' });

  async function collide(): Promise<void> {
    saver.edit(place, noted('mine'), 4, 'now');
    await refused(request(), 409, 'changed-meanwhile', { theirs, yours: noted('mine') });
  }

  it('keeps both versions until a person has chosen, even if more is typed', async () => {
    await collide();
    saver.edit(place, noted('mine, and more'), 4, 'now');
    await rest(60_000);
    expect(requests()).toHaveLength(0);
    expect(saver.lineAt(place)).toMatchObject({ conflict: { theirs }, wanted: { note: 'mine, and more' } });
  });

  it('keeps mine over theirs when told so', async () => {
    await collide();
    saver.keepMine(place);
    const saving = request();
    expect([bodyOf(saving).note, versionOf(saving)]).toEqual(['mine', '"5"']);
    await answered(saving, 6);
    expect(saver.unsaved()).toEqual([]);
  });

  it('puts both texts together when told so, over theirs', async () => {
    await collide();
    saver.keepBoth(place);
    const saving = request();
    expect([bodyOf(saving).note, versionOf(saving)]).toEqual(['mine\n\ntheirs', '"5"']);
    await answered(saving, 6);
    expect(saver.unsaved()).toEqual([]);
  });

  it('takes theirs when told so', async () => {
    await collide();
    saver.keepTheirs(place);
    expect(saver.unsaved()).toEqual([]);
    expect(current.question('q1')!.answer).toEqual(theirs);
  });

  it('has what was typed since kept as well before it takes theirs', async () => {
    await collide();
    saver.edit(place, noted('mine, and more'), 4, 'now');
    saver.keepTheirs(place);
    const kept = request();
    expect([bodyOf(kept).note, versionOf(kept)]).toEqual(['mine, and more', '"4"']);
    expect(current.question('q1')!.answer).toEqual(theirs);
    expect(newestIn(saver.lineAt(place)!)).toBeNull();

    await unreachable(kept);
    await rest(2_000);
    const again = request();
    expect(bodyOf(again)).toEqual(bodyOf(kept));
    await refused(again, 409, 'changed-meanwhile', { theirs });
    expect(saver.unsaved()).toEqual([]);
    expect(current.question('q1')!.answer).toEqual(theirs);
  });

  it('goes on from theirs while mine is being kept', async () => {
    await collide();
    saver.edit(place, noted('mine, and more'), 4, 'now');
    saver.keepTheirs(place);
    const kept = request();
    saver.edit(place, noted('theirs, improved'), 5, 'now');
    await refused(kept, 409, 'changed-meanwhile', { theirs });
    const saving = request();
    expect([bodyOf(saving).note, versionOf(saving)]).toEqual(['theirs, improved', '"5"']);
    await answered(saving, 6);
    expect(saver.unsaved()).toEqual([]);
  });

  it('asks nobody when both said the same', async () => {
    saver.edit(place, noted('theirs'), 4, 'now');
    await refused(request(), 409, 'changed-meanwhile', { theirs });
    expect(saver.unsaved()).toEqual([]);
    expect(current.question('q1')!.answer?.version).toBe(5);
  });

  it('tries again by itself when two saves only met at the same instant', async () => {
    saver.edit(place, noted('mine'), 0, 'now');
    await refused(request(), 409, 'changed-meanwhile');
    await rest(2_000);
    await answered(request(), 1);
  });
});
