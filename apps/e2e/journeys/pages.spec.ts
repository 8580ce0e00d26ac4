import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectNoSidewaysScroll, expectNoViolations, stage } from '../stage';

const views = [
  { width: 1280, colorScheme: 'light' }, { width: 1280, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' }, { width: 320, colorScheme: 'dark' },
] as const;

/** What each person can come to, by address. Identifiers are looked up as that person. */
type Addresses = (ask: (path: string) => Promise<any>) => Promise<string[]>; // eslint-disable-line @typescript-eslint/no-explicit-any -- any answer may come
const places: Readonly<Record<string, Addresses>> = {
  dsl: async (ask) => {
    const returns = await ask('/api/submissions');
    const open = returns.find((one: { moves: string[] }) => one.moves.includes('answer'));
    const past = returns.find((one: { moves: string[] }) => one.moves.includes('receipt'));
    const { sections } = await ask(`/api/submissions/${open.id}`);
    const questions = sections.flatMap((section: { questions: { id: string; type: string }[] }) => section.questions);
    const types = [...new Map(questions.map((question: { type: string; id: string }) => [question.type, question.id])).values()];
    return ['/', '/returns', `/returns/${open.id}`, ...types.map((id) => `/returns/${open.id}/questions/${id}`), `/returns/${open.id}/check`, `/returns/${past.id}`, `/returns/${past.id}/receipt`, '/help', '/organisations'];
  },
  unit: async (ask) => {
    const rounds = await ask('/api/rounds');
    const { items } = await ask('/api/organisations');
    return ['/', '/organisations', `/organisations/${items[0].id}`, '/organisations?search=nobody-is-called-this', '/organisations/import', '/rounds', '/rounds/new',
      ...rounds.slice(0, 2).map((round: { id: string }) => `/rounds/${round.id}`), '/compare'];
  },
  quality: async (ask) => {
    const rounds = await ask('/api/rounds');
    const audit = rounds.find((round: { name: string }) => round.name === 'Section 11 audit 2025-26');
    const survey = rounds.find((round: { name: string }) => round.name === 'Section 175 return 2026-27');
    const { standards, rows } = await ask(`/api/rounds/${audit.id}/heatmap`);
    const { questions } = await ask(`/api/rounds/${audit.id}/standards/${standards[0].key}`);
    return ['/', '/compare', `/compare/${audit.id}`, `/compare/${survey.id}`, `/compare/${survey.id}?phase=16-plus`, `/compare/${audit.id}/standards/${standards[0].key}`,
      `/compare/${audit.id}/standards/${standards[0].key}?organisationId=${rows[0].organisationId}`, `/compare/${audit.id}/questions/${questions[0].id}`];
  },
  executive: async (ask) => {
    const [round] = await ask('/api/rounds');
    return ['/', '/compare', `/compare/${round.id}`];
  },
};

describe('axe finds nothing, and no page scrolls sideways', () => {
  const on = stage();

  it.each(views)('for a visitor, $colorScheme at $width px', async (view) => {
    const page = await on.visitor(view);
    for (const address of ['/sign-in', '/not-found', '/no-such-page']) await look(page, address);
    await page.context().close();
  });

  it.each(Object.keys(places).flatMap((account) => views.map((view) => ({ account, ...view }))))('for $account, $colorScheme at $width px', async ({ account, ...view }) => {
    const page = await on.signedIn(account, view);
    const ask = (path: string) => page.evaluate(async (from) => (await fetch(from)).json(), path);
    for (const address of await places[account]!(ask)) await look(page, address);
    await page.context().close();
  });

  async function look(page: Page, address: string): Promise<void> {
    const errors: string[] = [];
    const listen = (message: { type(): string; text(): string }) => { if (message.type() === 'error' && !/401|404/.test(message.text())) errors.push(message.text()); };
    page.on('console', listen);
    await page.goto(address);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect([address, errors]).toEqual([address, []]);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    page.off('console', listen);
  }
});
