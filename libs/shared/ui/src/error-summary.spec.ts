import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { expect, it } from '@jest/globals';
import { ErrorSummary, type Wrong } from './error-summary';
import { ErrorSummaryHarness } from './error-summary-harness';

@Component({ selector: 'att-stage', imports: [ErrorSummary], template: '<att-error-summary [errors]="errors()" /><input id="email" />' })
class Stage {
  readonly errors = signal<readonly Wrong[]>([]);
}

async function aForm() {
  TestBed.inject(Title).setTitle('Sign in – Attest');
  const fixture = TestBed.createComponent(Stage);
  document.body.append(fixture.nativeElement as Node);
  const summary = await TestbedHarnessEnvironment.loader(fixture).getHarness(ErrorSummaryHarness);
  return { summary, errors: fixture.componentInstance.errors };
}
const wrong: readonly Wrong[] = [{ where: 'email', detail: 'Enter your e-mail address.' }, { where: '', detail: 'Try again in a minute.' }];

it('says nothing before a person has tried', async () => {
  const { summary } = await aForm();
  expect([await summary.errors(), await summary.hasFocus()]).toEqual([[], false]);
});

it('takes the focus, lists what is wrong and says so in the tab', async () => {
  const { summary, errors } = await aForm();
  errors.set(wrong);
  expect(await summary.errors()).toEqual(['Enter your e-mail address.', 'Try again in a minute.']);
  expect([await summary.hasFocus(), document.title]).toEqual([true, 'Error: Sign in – Attest']);
});

it('takes the focus again at the next attempt, and leaves the tab alone once all is well', async () => {
  const { summary, errors } = await aForm();
  errors.set(wrong);
  await summary.press(0);
  errors.set([...wrong]);
  expect([await summary.hasFocus(), document.title]).toEqual([true, 'Error: Sign in – Attest']);
  errors.set([]);
  expect([await summary.errors(), document.title]).toEqual([[], 'Sign in – Attest']);
});

it('leads to the field', async () => {
  const { summary, errors } = await aForm();
  errors.set(wrong);
  await summary.press(0);
  expect(document.activeElement?.id).toBe('email');
});
