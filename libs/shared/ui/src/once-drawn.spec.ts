import { Component, ElementRef, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { expect, it } from '@jest/globals';
import { onceDrawn } from './once-drawn';

@Component({ template: '@for (key of [key()]; track key) { <input [name]="key" /> }' })
class Form {
  readonly key = signal('before');
  private readonly drawn = onceDrawn();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  found(): Promise<string | undefined> {
    this.key.set('after');
    return new Promise((found) => this.drawn(() => found(this.host.querySelector('input')?.name)));
  }
}

it('finds the page as it was just changed, never as it was before', async () => {
  const { componentInstance } = TestBed.createComponent(Form);
  expect(await componentInstance.found()).toBe('after');
});
