import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aQuestion, aSection, aTemplate } from '../../../../domain/src/questionnaire/builders';
import { Outline } from './outline';

const template = aTemplate([
  aSection('1', [aQuestion('1.1', { title: 'Policy' }), aQuestion('1.2', { title: 'People' })]),
  aSection('2', [aQuestion('2.1', { title: 'Online' })]),
]);

let fixture: ComponentFixture<Outline>;
const tree = () => fixture.nativeElement as HTMLElement;
const focused = () => tree().querySelector<HTMLElement>('[tabindex="0"]')!;
const said = (line: HTMLElement) => line.textContent!.replaceAll('▸', '').replaceAll('!', '').replace(/\s+/g, ' ').replace(/ ,/g, ',').trim();
const name = () => said(focused());
const lines = () => [...tree().querySelectorAll('li')].map(said);

async function press(key: string, held: KeyboardEventInit = {}): Promise<void> {
  focused().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }));
  await fixture.whenStable();
}

beforeEach(async () => {
  fixture = TestBed.createComponent(Outline);
  fixture.componentRef.setInput('template', template);
  fixture.componentRef.setInput('chosen', 'settings');
  await fixture.whenStable();
});

it('has one line in the order of Tab', () => expect(tree().querySelectorAll('[tabindex="0"]')).toHaveLength(1));

describe('by keyboard', () => {
  it('goes down and up and stops at the ends', async () => {
    await press('ArrowDown');
    expect(name()).toBe('Section 1 Section 1');
    await press('End');
    await press('ArrowDown');
    expect(name()).toBe('2.1 Online');
    await press('Home');
    await press('ArrowUp');
    expect(name()).toBe('Settings');
  });

  it('closes a section, opens it again and goes into it', async () => {
    await press('ArrowDown');
    await press('ArrowLeft');
    expect(lines()).toEqual(['Settings', 'Section 1 Section 1', 'Section 2 Section 2', '2.1 Online']);
    await press('ArrowRight');
    await press('ArrowRight');
    expect(name()).toBe('1.1 Policy');
    await press('ArrowLeft');
    expect(name()).toBe('Section 1 Section 1');
  });

  it('finds titles by their first letters, one after the other', async () => {
    await press('p');
    expect(name()).toBe('1.1 Policy');
    await press('e');
    expect(name()).toBe('1.2 People');
    await press('o');
  });

  it('chooses, moves, removes and takes back', async () => {
    const heard: unknown[] = [];
    const { choose, move, remove, undo } = fixture.componentInstance;
    for (const output of [choose, move, remove, undo]) output.subscribe((what: unknown) => heard.push(what));
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    await press('ArrowDown', { altKey: true });
    await press('Delete');
    await press('z', { ctrlKey: true });
    await press('z', { ctrlKey: true, shiftKey: true });
    expect(heard).toEqual(['q-1.1', { key: 'q-1.1', by: 1 }, 'q-1.1', 'undo', 'redo']);
  });
});

it('says how many problems a line has, and what became of a question', async () => {
  fixture.componentRef.setInput('problems', new Map([['q-1.1', 2]]));
  fixture.componentRef.setInput('template', aTemplate([aSection('1', [aQuestion('1.1', { title: 'Policy', lineage: { kind: 'reworded', from: ['q-1.1'] } })])], { follows: '2025-26' }));
  await fixture.whenStable();
  expect(lines()).toContain('1.1 Policy, reworded, 2 problems');
});
