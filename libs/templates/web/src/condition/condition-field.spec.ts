import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { questionsOf, type Condition } from '@attest/domain/questionnaire';
import { aTemplateWith, is, one, two } from '../../../../domain/src/authoring/scenes';
import { ConditionField } from './condition-field';

let fixture: ComponentFixture<ConditionField>;
let kept: (Condition | undefined)[];
const field = () => fixture.nativeElement as HTMLElement;
const words = () => field().textContent!.replace(/\s+/g, ' ');
const labelled = <Control extends HTMLElement>(label: string) => field().querySelector<Control>(`[aria-label="${label}"]`)!;
const button = (label: string) => [...field().querySelectorAll('button')].find(({ textContent }) => textContent!.trim() === label)!;
const box = () => field().querySelector('textarea')!;

/** The draft has what was changed, as in the editor. */
async function settle(): Promise<void> {
  await fixture.whenStable();
}

async function choose(label: string, value: string): Promise<void> {
  const select = labelled<HTMLSelectElement>(label);
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await settle();
}

async function press(control: HTMLElement): Promise<void> {
  control.click();
  await settle();
}

async function write(text: string): Promise<void> {
  box().value = text;
  box().dispatchEvent(new Event('input'));
  await settle();
}

async function draw(condition?: Condition): Promise<void> {
  const template = aTemplateWith();
  fixture = TestBed.createComponent(ConditionField);
  fixture.componentRef.setInput('template', template);
  fixture.componentRef.setInput('question', questionsOf(template)[2]!.key);
  fixture.componentRef.setInput('condition', condition);
  kept = [];
  fixture.componentInstance.changed.subscribe((changed) => {
    kept.push(changed);
    fixture.componentRef.setInput('condition', changed);
  });
  await settle();
}

beforeEach(() => draw());

describe('put together', () => {
  it('keeps nothing before a question and an answer are chosen, and says so', async () => {
    await press(button('Add a test'));
    await choose('Question of test 1', one);
    expect(kept).toEqual([]);
    expect(words()).toContain('Not kept yet');
    await press(field().querySelector('[aria-label="Answers of test 1"] input')!);
    expect(kept).toEqual([is(one, 'y')]);
    expect(box().value).toBe('1.1 is "Yes"');
  });

  it('turns a test round and joins two by or', async () => {
    await draw({ all: [is(one, 'y'), is(two, 'n')] });
    await choose('Is or is not, of test 1', 'not');
    const join = field().querySelector<HTMLSelectElement>('.join select')!;
    join.value = 'any';
    join.dispatchEvent(new Event('change'));
    await settle();
    expect(box().value).toBe('not 1.1 is "Yes" or 1.2 is "No"');
  });

  it('offers only what is asked before it', () =>
    press(button('Add a test')).then(() => expect([...labelled<HTMLSelectElement>('Question of test 1').options].map(({ value }) => value)).toEqual(['', one, two])));

  it('is shown to everybody once the last test is removed', async () => {
    await draw(is(one, 'y'));
    await press(labelled('Remove test 1'));
    expect(kept).toEqual([undefined]);
    expect(words()).toContain('Shown to everybody');
  });
});

describe('written', () => {
  it('is put together as it was written', async () => {
    await write('1.1 is one of "Yes", "No"');
    expect(kept).toEqual([is(one, 'y', 'n')]);
    expect(labelled<HTMLSelectElement>('Question of test 1').value).toBe(one);
    expect([...field().querySelectorAll<HTMLInputElement>('[aria-label="Answers of test 1"] input')].map(({ checked }) => checked)).toEqual([true, true, false]);
  });

  it('says at which character it is not understood, keeps nothing of it, and leads there', async () => {
    await write('1.1 is "Perhaps"');
    expect(kept).toEqual([]);
    expect(words()).toContain('At character 8: "Perhaps" is no answer to 1.1');
    await press(button('Go to the mistake'));
    expect(box().selectionStart).toBe(7);
  });

  it('stands as we write it once the box is left', async () => {
    await write('1.1 IS "yes"');
    expect(box().value).toBe('1.1 IS "yes"');
    box().dispatchEvent(new Event('blur'));
    await settle();
    expect(box().value).toBe('1.1 is "Yes"');
  });
});
