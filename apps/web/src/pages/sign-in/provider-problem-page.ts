import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WelcomeView } from '@attest/shared/client';
import { Page } from '@attest/shared/web';

interface Words { readonly heading: string; readonly sentence: string; readonly to?: 'account' }

/** One for each reason the API gives; `{name}` is what the sign-in service is called. */
const reasons: Readonly<Record<string, Words>> = {
  'unknown-provider': { heading: 'There is no such way to sign in', sentence: 'The link you followed is not one of ours, or the sign-in service is no longer used here.' },
  'provider-away': { heading: 'The sign-in service does not answer', sentence: '{name} cannot be reached just now. Try again in a moment, or sign in another way.' },
  'cancelled': { heading: 'You are not signed in', sentence: 'You cancelled at {name}.' },
  'started-elsewhere': { heading: 'Start again', sentence: 'This sign-in was begun in another tab or browser, or too long ago.' },
  'not-accepted': { heading: 'You are not signed in', sentence: 'What came back from {name} could not be accepted. Try again. If it happens again, tell the people who run this service.' },
  'not-recent': { heading: 'You are not signed in', sentence: '{name} did not say when you last entered your password there. Sign in another way, and tell the people who run this service.' },
  'other-directory': { heading: 'That account is of another organisation', sentence: 'You signed in at {name} with an account that is not let in here. Try again with the account of your organisation.' },
  'not-invited': { heading: 'Nobody has invited this account yet', sentence: 'Were you invited? Open the link in that e-mail and continue from there. Do you have an account here? Sign in as you did before, then link {name} on the page “Your account”. We never match people by their e-mail address.' },
  'no-role': { heading: 'You have no role here any more', sentence: 'Your account has no role in a partnership. Ask the business unit for one.' },
  'linked-elsewhere': { heading: 'It was not linked', sentence: 'That account at {name} belongs to another person here, or to a demonstration.', to: 'account' },
  'signed-out': { heading: 'It was not linked', sentence: 'You were signed out in between. Sign in and link it again.', to: 'account' },
  'another-person': { heading: 'This invitation is for somebody else', sentence: 'Your account at {name} belongs to a person here with another address than the one that was invited.' },
  'has-account': { heading: 'You have an account already', sentence: 'The invited address has an account here. Sign in to it, open the invitation again, and link {name} afterwards on the page “Your account”.' },
  'invitation-over': { heading: 'This invitation is not good any more', sentence: 'It was accepted already, withdrawn or has expired. Ask whoever invited you to send it again.' },
  'our-side': { heading: 'You are not signed in', sentence: 'Something went wrong on our side. Try again in a moment.' },
};

/** Where a journey to a provider ends that went wrong. */
@Component({
  selector: 'att-provider-problem-page',
  imports: [Page, RouterLink],
  template: `
    <att-page [heading]="words().heading">
      <p class="att-measure">{{ sentence() }}</p>
      <a class="att-button att-button--primary" [routerLink]="words().to === 'account' ? '/account' : '/sign-in'">{{ words().to === 'account' ? 'Your account' : 'Sign in' }}</a>
    </att-page>
  `,
})
export class ProviderProblemPage {
  readonly why = input<string>();
  readonly by = input<string>();

  private readonly welcome = httpResource<WelcomeView>(() => '/api/welcome');
  private readonly name = computed(() => (this.welcome.hasValue() ? this.welcome.value().providers.find(({ key }) => key === this.by())?.name : undefined) ?? 'the sign-in service');
  protected readonly words = computed(() => reasons[this.why() ?? ''] ?? reasons['our-side']!);
  protected readonly sentence = computed(() => this.words().sentence.replaceAll('{name}', this.name()).replace(/^./, (first) => first.toUpperCase()));
}
