import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FiguresPartner, JointFiguresView } from '@attest/shared/client';
import { JointFiguresPage } from './joint-figures-page';

const category = (key: string, word: string, meets: boolean) => ({ key, word, letter: word[0]!, colour: key, meets });
const partner: FiguresPartner = { place: 2, name: 'North Riverside', state: 'accepted', shares: true, mine: { at: '2026-11-22T12:00:00Z', by: 'Priya Shah' }, mustShareAgain: false, readable: true, moves: ['withdraw'] };
const shared: JointFiguresView = {
  round: { id: 'r1', name: 'Our audit' }, jointRound: { id: 'j1', name: 'River-wide audit' }, minimum: 5, partners: [partner],
  lines: [{ place: null, name: 'South Riverside', returned: 24, asked: 24, at: null, comparable: true }, { place: 2, name: 'North Riverside', returned: 20, asked: null, at: '2026-11-22T12:00:00Z', comparable: true }],
  figures: [{
    kind: 'standard', key: 'leadership', standard: 'leadership', ref: '2', title: 'Leadership', categories: [category('green', 'Met', true), category('red', 'Not met', false)], own: [],
    rows: [{ label: 'South Riverside', counts: [{ count: 17 }, { count: 7 }], base: 24, percentMeets: 70.8 }, { label: 'North Riverside', counts: [{ count: null }, { count: null }], base: null, percentMeets: null }],
  }],
};

let fixture: ComponentFixture<JointFiguresPage>;
let http: HttpTestingController;
const page = () => fixture.nativeElement as HTMLElement;

async function shows(view: JointFiguresView): Promise<void> {
  fixture.detectChanges();
  TestBed.tick();
  http.expectOne('/api/rounds/r1/joint-figures').flush(view);
  await new Promise((done) => setTimeout(done));
  await fixture.whenStable();
}

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting()] });
  http = TestBed.inject(HttpTestingController);
  fixture = TestBed.createComponent(JointFiguresPage);
  fixture.componentRef.setInput('roundId', 'r1');
});

describe('the figures of a joint round', () => {
  it('stand by partnership, and say what is hidden', async () => {
    await shows(shared);
    const rows = [...page().querySelectorAll('tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent!.trim()));
    expect(rows).toEqual([['South Riverside', '17', '7', '70.8'], ['North Riverside', expect.stringContaining('[c]'), expect.stringContaining('[c]'), expect.stringContaining('not shown')]]);
    expect(page().textContent).toContain('You both share: each sees the figures of the other.');
    expect(page().textContent).toContain('North Riverside: 20 returned');
    expect(page().textContent).toContain('by Priya Shah');
  });

  it('offer what may be done, and nothing else', async () => {
    await shows({ ...shared, partners: [{ ...partner, mine: null, readable: false, moves: ['share'] }, { ...partner, place: 3, name: 'East', moves: [] }] });
    expect(page().querySelector('a[href="/2"]')!.textContent).toContain('Share your figures with North Riverside');
    expect(page().textContent).not.toContain('Withdraw your figures');
  });

  it('say so where a round is not run jointly, or has no figures yet', async () => {
    await shows({ ...shared, jointRound: null, partners: [], lines: [], figures: [] });
    expect(page().textContent).toContain('This round is not run jointly');
    expect(page().querySelector('table')).toBeNull();
  });
});
