import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { DayInput } from './day-input';
import { Field } from './field';

@Component({
  selector: 'att-stage',
  imports: [DayInput, Field],
  template: '<att-field label="Open until" name="until" [error]="error()"><att-day-input [(value)]="day" (chosen)="chosen.push($event)" /></att-field>',
})
class Stage {
  readonly day = signal('2027-09-14');
  readonly error = signal('');
  readonly chosen: string[] = [];
}

describe('a day', () => {
  let stage: Stage;
  let [typed, calendar]: HTMLInputElement[] = [];
  let settled: () => Promise<unknown>;
  const type = async (text: string, ...events: string[]) => {
    typed!.value = text;
    for (const event of ['input', ...events]) typed!.dispatchEvent(new Event(event));
    await settled();
  };

  beforeEach(async () => {
    const fixture = TestBed.createComponent(Stage);
    settled = () => fixture.whenStable();
    await settled();
    stage = fixture.componentInstance;
    [typed, calendar] = [...(fixture.nativeElement as HTMLElement).querySelectorAll('input')];
  });

  it('stands as people here write it, and is named by its field', () => {
    expect([typed!.value, typed!.id, calendar!.value]).toEqual(['14/09/2027', 'until', '2027-09-14']);
  });

  it('is typed as one likes, left alone while it is typed, and written the usual way once it is done', async () => {
    await type('1 Oct 27');
    expect([stage.day(), typed!.value, stage.chosen]).toEqual(['2027-10-01', '1 Oct 27', []]);
    await type('1 Oct 27', 'change');
    expect([typed!.value, stage.chosen]).toEqual(['01/10/2027', ['2027-10-01']]);
  });

  it('is what was typed where that is no day, so that it can be refused', async () => {
    await type('31/02/2027', 'change');
    expect([stage.day(), typed!.value, calendar!.value, stage.chosen]).toEqual(['31/02/2027', '31/02/2027', '', ['31/02/2027']]);
    await type('', 'change');
    expect([stage.day(), typed!.value]).toEqual(['', '']);
  });

  it('can be picked from a calendar, and given from outside', async () => {
    calendar!.value = '2028-02-29';
    calendar!.dispatchEvent(new Event('change'));
    await settled();
    expect([stage.day(), typed!.value, stage.chosen]).toEqual(['2028-02-29', '29/02/2028', ['2028-02-29']]);
    stage.day.set('2027-01-31');
    await settled();
    expect(typed!.value).toBe('31/01/2027');
  });

  it('is described by what is wrong with it', async () => {
    stage.error.set('Enter a real day.');
    await settled();
    expect([typed!.getAttribute('aria-invalid'), typed!.getAttribute('aria-describedby')]).toEqual(['true', 'until-error']);
  });
});
