import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import type { Answer } from '@attest/domain/questionnaire';
import type { QuestionView } from '@attest/shared/client';
import type { Wrong } from '@attest/shared/ui';
import { unanswered } from '../answers';
import { aQuestion } from '../builders';
import { AnswerForm, type Change } from './answer-form';

/** The page around the form: what is said comes back as the answer. */
@Component({
  selector: 'att-page-around',
  imports: [AnswerForm],
  template: '<att-answer-form [question]="question()" [answer]="answer()" [unreadable]="unreadable()" [wrong]="wrong()" (changed)="take($event)" (unread)="unreadable.set($event)" />',
})
class PageAround {
  readonly question = signal(aQuestion());
  readonly answer = signal(unanswered);
  readonly unreadable = signal<string | null>(null);
  readonly wrong = signal<readonly Wrong[]>([]);
  when: Change['when'] | null = null;

  take({ answer, when, of }: Change): void {
    this.answer.set(answer);
    if (of === 'answer') this.unreadable.set(null);
    this.when = when;
  }
}

let fixture: ComponentFixture<PageAround>;
const page = () => fixture.nativeElement as HTMLElement;
const around = () => fixture.componentInstance;

async function asked(changes: Partial<QuestionView>, answer: Partial<Answer> = {}): Promise<void> {
  fixture = TestBed.createComponent(PageAround);
  around().question.set(aQuestion(changes));
  around().answer.set({ ...unanswered, ...answer });
  await fixture.whenStable();
}

/** The control whose label or accessible text begins so. */
function field(label: string): HTMLInputElement {
  const found = [...page().querySelectorAll('label')].find((each) => each.textContent!.trim().startsWith(label));
  if (!found) throw new Error(`There is no field "${label}": ${page().textContent}`);
  return (found.control ?? found.querySelector('input')) as HTMLInputElement;
}

async function press(label: string): Promise<void> {
  field(label).click();
  await fixture.whenStable();
}

async function type(label: string, text: string): Promise<void> {
  const control = field(label);
  control.value = text;
  control.dispatchEvent(new Event('input'));
  await fixture.whenStable();
}

describe('a rating', () => {
  it('offers each level with its letter, its word and what it means here, best first', async () => {
    await asked({});
    const rows = [...page().querySelectorAll('.att-choice')].map((row) => row.textContent!.replace(/\s+/g, ' ').trim());
    expect(rows).toEqual(['GMet: Tested this year.', 'APartly met: In place, not tested.', 'RNot met: Not in place.']);
  });

  it('is saved at once', async () => {
    await asked({}, { note: 'As it was.' });
    await press('A');
    expect(around().answer()).toEqual({ level: 'amber', value: null, note: 'As it was.', naReason: null });
    expect(around().when).toBe('now');
  });

  it('asks why it does not apply, and forgets the rating then', async () => {
    await asked({ naAllowed: true }, { level: 'green' });
    await press('N/A');
    expect(around().answer()).toEqual({ ...unanswered, naReason: '' });
    await type('Why does this not apply', 'We have no boarders.');
    expect([around().answer().naReason, around().when]).toEqual(['We have no boarders.', 'soon']);
    await press('G');
    expect(around().answer()).toEqual({ ...unanswered, level: 'green' });
  });

  it('can be taken back, and the words stay', async () => {
    await asked({}, { level: 'red', note: 'Words.' });
    (page().querySelector('.clear button') as HTMLButtonElement).click();
    expect(around().answer()).toEqual({ ...unanswered, note: 'Words.' });
  });
});

describe('the explanation', () => {
  it('counts the words that are left', async () => {
    await asked({ words: 5 });
    await type('What shows this?', 'We tested it in May');
    expect(page().querySelector('.left')!.textContent).toBe('0 words left');
    await type('What shows this?', 'We tested it in May twice');
    expect(page().querySelector('.left')!.textContent).toBe('1 word too many');
    expect(around().when).toBe('soon');
  });

  it('reminds not to name children', async () => {
    await asked({});
    expect(page().textContent).toContain('Do not name children.');
  });

  it('warns of what looks like a child, and takes the words all the same', async () => {
    await asked({});
    await type('What shows this?', 'We followed 943 476 5919 through');
    expect(page().querySelector('.child')!.textContent).toContain('an NHS number (943 476 5919)');
    expect(around().answer().note).toBe('We followed 943 476 5919 through');
    await type('What shows this?', 'We followed one child through');
    expect(page().querySelector('.child')).toBeNull();
  });
});

const choices = [{ key: 'paper', label: 'Paper' }, { key: 'software', label: 'Software' }, { key: 'both', label: 'Both' }];

it('takes one choice, at once', async () => {
  await asked({ type: 'choice', levels: [], choices });
  await press('Software');
  expect([around().answer().value, around().when]).toEqual(['software', 'now']);
});

it('takes several choices in the order of the list, and none as no answer', async () => {
  await asked({ type: 'choices', levels: [], choices });
  await press('Both');
  await press('Paper');
  expect(around().answer().value).toEqual(['paper', 'both']);
  await press('Both');
  await press('Paper');
  expect(around().answer().value).toBeNull();
});

it.each([['1,200', 1200], [' 12.5 ', 12.5], ['-3', -3]])('reads the number %j as %d and leaves it as typed', async (text, value) => {
  await asked({ type: 'number', levels: [] });
  await type('Number', text);
  expect([around().answer().value, field('Number').value]).toEqual([value, text]);
});

it('reads a percentage with or without its sign', async () => {
  await asked({ type: 'percentage', levels: [] });
  await type('Percentage', '85 %');
  expect(around().answer().value).toBe(85);
  expect(page().textContent).toContain('From 0 to 100');
});

it.each(['27/9/2026', '27.09.26', '27 September 2026', '27th sep 2026', '2026-09-27'])('reads the date %s', async (text) => {
  await asked({ type: 'date', levels: [] });
  await type('Date', text);
  expect(around().answer().value).toBe('2026-09-27');
});

it.each(['31/02/2026', '27', 'soon', '1/13/2026'])('keeps %s as typed, but not as a date', async (text) => {
  await asked({ type: 'date', levels: [] }, { value: '2026-01-01' });
  await type('Date', text);
  expect([around().unreadable(), around().answer().value, field('Date').value]).toEqual([text, '2026-01-01', text]);
});

it('leaves half a date alone while the explanation is written', async () => {
  await asked({ type: 'date', levels: [], explanation: 'required' });
  await type('Date', '27/0');
  await type('Explain your answer', 'We counted.');
  expect([field('Date').value, around().unreadable(), around().answer().note]).toEqual(['27/0', '27/0', 'We counted.']);
});

it('shows a stored date as it is written here', async () => {
  await asked({ type: 'date', levels: [] }, { value: '2026-09-07' });
  expect(field('Date').value).toBe('07/09/2026');
});

it('takes words, and blank words as no answer', async () => {
  await asked({ type: 'text', levels: [], explanation: 'none' });
  await type('Your answer', 'A new rota.');
  expect([around().answer().value, around().when]).toEqual(['A new rota.', 'soon']);
  await type('Your answer', '');
  expect(around().answer().value).toBeNull();
});

it('takes a person, with an e-mail address only where there is one', async () => {
  await asked({ type: 'person', levels: [], explanation: 'none' });
  await type('Name', 'J Ahmed');
  await type('Role', 'Lead');
  expect(around().answer().value).toEqual({ name: 'J Ahmed', role: 'Lead' });
  await type('Work e-mail', 'j@school.example');
  expect(around().answer().value).toEqual({ name: 'J Ahmed', role: 'Lead', email: 'j@school.example' });
});

it('brings back what stood there when "not applicable" is unticked', async () => {
  await asked({ type: 'number', levels: [], naAllowed: true }, { value: 7 });
  await press('Not applicable');
  expect(around().answer()).toEqual({ ...unanswered, naReason: '' });
  await press('Not applicable');
  expect(around().answer()).toEqual({ ...unanswered, value: 7 });
});

it.each<[Partial<QuestionView>, string]>([
  [{}, 'answer-error'], [{ type: 'choice', choices }, 'answer-error'], [{ type: 'number' }, 'answer-error'], [{ type: 'text' }, 'answer-error'],
])('says what is wrong beside the field of %j', async (changes, id) => {
  await asked(changes);
  around().wrong.set([{ where: 'answer', detail: 'Put this right.' }]);
  await fixture.whenStable();
  expect(page().querySelector(`#${id}`)!.textContent).toContain('Put this right.');
  expect(page().querySelector(`[aria-describedby~="${id}"]`)).not.toBeNull();
});

describe('a small table', () => {
  const table: QuestionView['table'] = {
    rows: [{ key: 'teachers', label: 'Teachers' }, { key: 'support', label: 'Support staff' }],
    columns: [{ key: 'all', label: 'All', type: 'number' }, { key: 'trained', label: 'Trained', type: 'percentage' }, { key: 'remarks', label: 'Remarks', type: 'text' }],
  };
  const cell = (name: string) => page().querySelector<HTMLInputElement>(`input[aria-label="${name}"]`)!;
  async function fill(name: string, text: string): Promise<void> {
    cell(name).value = text;
    cell(name).dispatchEvent(new Event('input'));
    await fixture.whenStable();
  }

  it('is filled in cell by cell: figures as numbers, words as words, and each cell named by its row and column', async () => {
    await asked({ type: 'table', levels: [], table });
    await fill('Teachers, All', '1,200');
    await fill('Support staff, Trained', '87.5%');
    await fill('Support staff, Remarks', '12 new');
    expect(around().answer().value).toEqual({ cells: { teachers: { all: 1200 }, support: { trained: 87.5, remarks: '12 new' } } });
    expect(around().when).toBe('soon');
  });

  it('keeps on the screen what is no number yet, and is unanswered again once it is emptied', async () => {
    await asked({ type: 'table', levels: [], table }, { value: { cells: { teachers: { all: 7 } } } });
    expect(cell('Teachers, All').value).toBe('7');
    await fill('Teachers, All', 'about 7');
    expect(around().answer().value).toEqual({ cells: { teachers: { all: 'about 7' } } });
    await fill('Teachers, All', '');
    expect(around().answer().value).toBeNull();
  });
});

describe('pieces of evidence', () => {
  it('are added, changed and taken away; an empty place is no answer', async () => {
    await asked({ type: 'evidence', levels: [] });
    const add = () => [...page().querySelectorAll('button')].find((button) => button.textContent!.includes('Add another'))!;
    expect([around().answer().value, add().disabled]).toEqual([null, true]);
    await type('What it is', 'Training log');
    await type('Where it is kept', 'Shared drive');
    expect(around().answer().value).toEqual([{ title: 'Training log', where: 'Shared drive' }]);
    add().click();
    await fixture.whenStable();
    expect(page().querySelectorAll('li')).toHaveLength(2);
    expect(around().answer().value).toHaveLength(1);
    [...page().querySelectorAll('button')].find((button) => button.textContent!.startsWith('Remove'))!.click();
    await fixture.whenStable();
    expect(around().answer().value).toBeNull();
  });
});

describe('a declaration', () => {
  it('is confirmed by a tick, and taken back by taking it away', async () => {
    await asked({ type: 'declaration', levels: [] });
    await press('I confirm');
    expect([around().answer().value, around().when]).toEqual([true, 'now']);
    await press('I confirm');
    expect(around().answer().value).toBeNull();
  });
});

describe('what is typed into one field after the other before the page is drawn again', () => {
  /** As a busy browser hands on keys. */
  function typeAtOnce(words: Record<string, string>): void {
    for (const [label, text] of Object.entries(words)) {
      const control = field(label);
      control.value = text;
      control.dispatchEvent(new Event('input'));
    }
  }

  it('stands whole: the parts of a person', async () => {
    await asked({ type: 'person', levels: [] });
    typeAtOnce({ Name: 'Jamila Ahmed', Role: 'Designated Safeguarding Lead' });
    expect(around().answer().value).toEqual({ name: 'Jamila Ahmed', role: 'Designated Safeguarding Lead' });
  });

  it('stands whole: a value and its explanation', async () => {
    await asked({ type: 'number', levels: [] });
    typeAtOnce({ Number: '12', 'Explain your answer': 'Counted in May.' });
    expect(around().answer()).toEqual({ ...unanswered, value: 12, note: 'Counted in May.' });
  });
});
