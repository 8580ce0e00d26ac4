import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { expect, it } from '@jest/globals';
import { Field, FieldInput } from './field';
import { FieldHarness } from './field-harness';

@Component({
  selector: 'att-stage',
  imports: [Field, FieldInput],
  template: '<att-field label="Password" hint="15 characters or more." name="password" [error]="error()"><input attInput /></att-field>',
})
class Stage {
  readonly error = signal('');
}

async function aField() {
  const fixture = TestBed.createComponent(Stage);
  const field = await TestbedHarnessEnvironment.loader(fixture).getHarness(FieldHarness);
  return { field, error: fixture.componentInstance.error };
}

it('has its label above it, and a hint that is read with it', async () => {
  const { field } = await aField();
  expect([await field.label(), await field.labelLeadsToControl(), await field.description(), await field.isInvalid()])
    .toEqual(['Password', true, ['15 characters or more.'], false]);
});

it('reads its error with it, once there is one', async () => {
  const { field, error } = await aField();
  error.set('Enter your password.');
  expect([await field.description(), await field.isInvalid()]).toEqual([['15 characters or more.', 'Error: Enter your password.'], true]);
});
