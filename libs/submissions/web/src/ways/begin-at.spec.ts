import { beforeEach, expect, it } from '@jest/globals';
import { beginAt } from './begin-at';

const at = (id: string) => document.getElementById(id)!;
const moment = () => new Promise((done) => setTimeout(done));

beforeEach(() => {
  document.body.innerHTML = '<main id="main" tabindex="-1"><h1 id="heading">3.1 Filtering</h1><input id="field"></main>';
});

it.each(['body', 'main'])('takes the focus from the %s to where the page begins', async (from) => {
  if (from === 'main') at('main').focus();
  beginAt(() => at('heading'));
  await moment();
  expect(document.activeElement).toBe(at('heading'));
});

it('leaves it where somebody has moved it meanwhile', async () => {
  beginAt(() => at('heading'));
  at('field').focus();
  await moment();
  expect(document.activeElement).toBe(at('field'));
});
