import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RovingGrid } from './roving-grid';

@Component({
  imports: [RovingGrid],
  template: `
    <table role="table" [(attRovingGrid)]="exploring">
      <thead><tr><th>Name</th><th><a href="#1">1</a></th><th><a href="#2">2</a></th></tr></thead>
      <tbody>
        <tr><th>Oakfield</th><td><a href="#o1">A</a></td><td>[x]</td></tr>
        <tr><th>Ashdene</th><td><a href="#a1">R</a></td><td><a href="#a2">G</a></td></tr>
        <tr><th>All</th><td>total</td></tr>
      </tbody>
    </table>
  `,
})
class Host {
  readonly exploring = signal(false);
}

describe('walking through the heatmap with the arrow keys', () => {
  let fixture: ComponentFixture<Host>;
  const table = () => (fixture.nativeElement as HTMLElement).querySelector('table')!;
  const here = () => document.activeElement?.textContent?.trim();
  const explore = async (on: boolean) => { fixture.componentInstance.exploring.set(on); await fixture.whenStable(); };
  const press = async (key: string, with_: KeyboardEventInit = {}) => {
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...with_ }));
    await fixture.whenStable();
    return here();
  };

  beforeEach(async () => {
    fixture = TestBed.createComponent(Host);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
  });
  afterEach(() => (fixture.nativeElement as HTMLElement).remove());

  it('leaves the table as it is until it is asked for', async () => {
    table().querySelector('a')!.focus();
    expect(await press('ArrowDown')).toBe('1');
    expect(table().querySelectorAll('[tabindex]')).toHaveLength(0);
  });

  it('starts in the first row and is one stop for the Tab key', async () => {
    await explore(true);
    expect(here()).toBe('Oakfield');
    expect(table().getAttribute('role')).toBe('grid');
    expect(table().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    expect([...table().querySelectorAll('a')].every((link) => link.tabIndex === -1)).toBe(true);
  });

  it('moves by arrows, onto the link of a cell where it has one', async () => {
    await explore(true);
    expect(await press('ArrowRight')).toBe('A');
    expect(document.activeElement!.tagName).toBe('A');
    expect(await press('ArrowRight')).toBe('[x]');
    expect(await press('ArrowDown')).toBe('G');
    expect(await press('ArrowLeft')).toBe('R');
    expect(await press('ArrowUp')).toBe('A');
    expect(await press('ArrowUp')).toBe('1');
  });

  it('stays at the edges, and takes the last cell of a shorter row', async () => {
    await explore(true);
    expect(await press('ArrowLeft')).toBe('Oakfield');
    await press('End');
    await press('ArrowDown');
    expect(await press('ArrowDown')).toBe('total');
    expect(await press('ArrowDown')).toBe('total');
  });

  it('goes to the ends of the row, and with Control to the corners', async () => {
    await explore(true);
    expect(await press('End')).toBe('[x]');
    expect(await press('Home')).toBe('Oakfield');
    expect(await press('End', { ctrlKey: true })).toBe('total');
    expect(await press('Home', { ctrlKey: true })).toBe('Name');
  });

  it('ends with Escape and is a plain table again', async () => {
    await explore(true);
    await press('Escape');
    expect(fixture.componentInstance.exploring()).toBe(false);
    expect(table().getAttribute('role')).toBe('table');
    expect(table().querySelectorAll('[tabindex], [role="gridcell"]')).toHaveLength(0);
  });
});
