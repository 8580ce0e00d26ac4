import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { JointInvitationView, JointRoundView } from '@attest/shared/client';
import { JointCodeForm } from './joint-code-form';

const invitation: JointInvitationView = { name: 'River-wide audit', by: 'South Riverside', template: { title: 'Section 11 audit', edition: '2026-27' }, known: false, refused: null, rounds: [{ id: 'r1', name: 'Our audit' }] };
const refusal = { code: 'link-not-good', detail: 'This code is not good.' };

let fixture: ComponentFixture<JointCodeForm>;
let http: HttpTestingController;
let joined: JointRoundView[];
const form = () => fixture.nativeElement as HTMLElement;
const button = (name: string) => [...form().querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name)!;

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  http = TestBed.inject(HttpTestingController);
  fixture = TestBed.createComponent(JointCodeForm);
  joined = [];
  fixture.componentInstance.joined.subscribe((round) => joined.push(round));
  fixture.detectChanges();
});

async function settled(): Promise<void> {
  await new Promise((done) => setTimeout(done));
  await fixture.whenStable();
}

async function look(code: string): Promise<void> {
  const control = form().querySelector('input')!;
  control.value = code;
  control.dispatchEvent(new Event('input'));
  button('Look at the invitation').click();
  await settled();
}

describe('a code for a joint round', () => {
  it('is asked for before anything is sent, and a wrong one is told beside it', async () => {
    await look('');
    expect(form().textContent).toContain('Enter the code.');
    await look('guessed');
    http.expectOne('/api/joint-rounds/invitation').flush(refusal, { status: 422, statusText: 'No' });
    await settled();
    expect(form().textContent).toContain('This code is not good.');
    expect(button('Join')).toBeUndefined();
  });

  it('shows who invites to what before it is accepted, with a round of ours or without', async () => {
    await look('k3xw9p');
    http.expectOne('/api/joint-rounds/invitation').flush(invitation);
    await settled();
    expect(form().textContent).toContain('South Riverside invites you to “River-wide audit”');
    expect(form().textContent).toContain('it is published here word for word');
    const select = form().querySelector('select')!;
    select.value = 'r1';
    select.dispatchEvent(new Event('change'));
    button('Join').click();
    const sent = http.expectOne('/api/joint-rounds/accept');
    expect(sent.request.body).toEqual({ code: 'k3xw9p', roundId: 'r1' });
    sent.flush({ id: 'j1' });
    await settled();
    expect(joined).toEqual([{ id: 'j1' }]);
  });

  it('cannot be accepted where the questionnaire cannot come in, and can be declined', async () => {
    await look('k3xw9p');
    http.expectOne('/api/joint-rounds/invitation').flush({ ...invitation, refused: 'You have published it already, with other content.', rounds: [] });
    await settled();
    expect(form().textContent).toContain('with other content');
    expect(button('Join')).toBeUndefined();
    button('Decline').click();
    http.expectOne('/api/joint-rounds/decline').flush(null);
    await settled();
    expect(form().textContent).toContain('Declined.');
  });
});
