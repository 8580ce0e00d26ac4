import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { expect, it } from '@jest/globals';
import { AcceptForm, type Accepting } from './accept-form';

async function aForm(known: boolean): Promise<{ fixture: ComponentFixture<AcceptForm>; accepted: Accepting[]; type(name: string, value: string): void; send(): Promise<string> }> {
  const fixture = TestBed.createComponent(AcceptForm);
  for (const [name, value] of Object.entries({ email: 'zoe@school.example', name: '', known, refused: [], sending: false })) fixture.componentRef.setInput(name, value);
  const accepted: Accepting[] = [];
  fixture.componentInstance.accepted.subscribe((one) => accepted.push(one));
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  return {
    fixture, accepted,
    type: (name, value) => {
      const field = page.querySelector<HTMLInputElement>(`#${name}`)!;
      field.value = value;
      field.dispatchEvent(new Event('input'));
    },
    send: async () => {
      page.querySelector('form')!.dispatchEvent(new Event('submit'));
      await fixture.whenStable();
      return page.querySelector('att-error-summary')!.textContent!;
    },
  };
}

it('asks a newcomer for a name and a password that is long enough, and says so only once they go on', async () => {
  const form = await aForm(false);
  form.type('password', 'short');
  expect(form.fixture.nativeElement.textContent).not.toContain('There are problems');
  expect(await form.send()).toMatch(/Enter your name\..*15 characters/s);
  form.type('name', ' Zoë ');
  form.type('password', 'nine slow barges under the bridge');
  await form.send();
  expect(form.accepted).toEqual([{ name: 'Zoë', password: 'nine slow barges under the bridge' }]);
});

it('asks somebody whose account rests for its password alone, however short', async () => {
  const form = await aForm(true);
  form.type('password', 'old one');
  await form.send();
  expect([form.accepted, form.fixture.nativeElement.querySelector('#name')]).toEqual([[{ password: 'old one' }], null]);
});
