import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RoundOrganisation } from '@attest/shared/client';
import { OrganisationPicker } from './organisation-picker';

const organisations = Array.from({ length: 320 }, (_, at): RoundOrganisation => ({ id: `${at}`, name: `School ${at}`, areaId: null, area: at < 3 ? 'Redcar' : null, groupKey: 'primary', group: 'Primary', type: '', returned: at !== 1 }));

describe('choosing organisations by name', () => {
  let fixture: ComponentFixture<OrganisationPicker>;
  const page = () => fixture.nativeElement as HTMLElement;
  const boxes = () => [...page().querySelectorAll<HTMLInputElement>('li input')];
  const said = () => page().querySelector('[role=status]')!.textContent;
  const stops = () => boxes().flatMap(({ tabIndex }, at) => (tabIndex === 0 ? [at] : []));

  beforeEach(async () => {
    fixture = TestBed.createComponent(OrganisationPicker);
    fixture.componentRef.setInput('organisations', organisations);
    fixture.componentRef.setInput('chosen', []);
    fixture.componentInstance.picked.subscribe((chosen) => fixture.componentRef.setInput('chosen', chosen));
    document.body.append(page());
    await fixture.whenStable();
  });

  async function find(term: string): Promise<void> {
    const search = page().querySelector<HTMLInputElement>('input[type=search]')!;
    search.value = term;
    search.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  }

  async function press(key: string): Promise<void> {
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await fixture.whenStable();
  }

  async function click(what: HTMLElement): Promise<void> {
    what.click();
    await fixture.whenStable();
  }

  it('lists no more than anybody reads, and says so', async () => {
    expect([boxes().length, said()]).toEqual([300, '0 chosen. The first 300 of 320 are listed: type to narrow it down.']);
    await find('redcar');
    expect([boxes().length, said()]).toEqual([3, '0 chosen. 3 of 320 are listed.']);
    await find('nobody');
    expect([boxes().length, said()]).toEqual([0, '0 chosen. No name fits what you typed.']);
  });

  it('is one stop for Tab, and arrow keys walk through it', async () => {
    expect(stops()).toEqual([0]);
    boxes()[0]!.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'PageDown', 'ArrowUp']) await press(key);
    expect([stops(), document.activeElement]).toEqual([[9], boxes()[9]]);
    await press('End');
    expect(stops()).toEqual([299]);
    await press('ArrowDown');
    await press('Home');
    await press('ArrowUp');
    expect([stops(), document.activeElement]).toEqual([[0], boxes()[0]]);
  });

  it('ticks one by one, all that are listed at once, and none again', async () => {
    await click(boxes()[5]!);
    await find('redcar');
    const [all, none] = [...page().querySelectorAll('button')] as [HTMLButtonElement, HTMLButtonElement];
    await click(all);
    expect([said(), boxes().map(({ checked }) => checked)]).toEqual(['4 chosen. 3 of 320 are listed.', [true, true, true]]);
    await click(boxes()[1]!);
    expect(said()).toBe('3 chosen. 3 of 320 are listed.');
    await click(none);
    expect(said()).toBe('0 chosen. 3 of 320 are listed.');
  });
});
