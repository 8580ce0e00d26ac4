import { describe, expect, it, jest } from '@jest/globals';
import type { ConsoleMessage, Page } from 'playwright-core';
import type { Any } from '../api/test/any';
import { leave, scrollsSideways, settled, stage, violationsOn, type View } from './stage';

/** What each person can come to, by address. Identifiers are looked up as that person; with a body something is made. */
type Person = 'visitor' | 'dsl' | 'agency' | 'governor' | 'unit' | 'quality' | 'executive';
type Addresses = (ask: (path: string, body?: object) => Promise<Any>) => Promise<string[]>;
const places: Readonly<Record<Person, Addresses>> = {
  visitor: () => Promise.resolve(['/sign-in', '/sign-in?then=%2Fcompare', '/sign-in/problem?why=not-invited', '/sign-in/problem?why=no-such-reason', '/outbox', '/help', '/privacy', '/verify', '/set-up', '/forgotten-password', '/reset-password/not-a-token', '/invitation/not-a-token', '/guest', '/not-found', '/no-such-page', '/unavailable']),
  dsl: async (ask) => {
    const { memberships: [{ organisation: school }] } = await ask('/api/session');
    const returns = await ask('/api/submissions');
    const open = returns.find((one: { moves: string[] }) => one.moves.includes('answer'));
    const past = returns.find((one: { moves: string[] }) => one.moves.includes('receipt'));
    const { sections } = await ask(`/api/submissions/${open.id}`);
    const questions = sections.flatMap((section: { questions: { id: string; type: string }[] }) => section.questions);
    const types = [...new Map(questions.map((question: { type: string; id: string }) => [question.type, question.id])).values()];
    return ['/', '/returns', `/returns/${open.id}`, ...types.map((id) => `/returns/${open.id}/questions/${id}`), `/returns/${open.id}/questions/${types[0]}/history`, ...[0, 1, 7].map((at) => `/returns/${open.id}/sections/${sections[at].key}`), `/returns/${open.id}/guests`, await aGuestPage(ask, open.id, questions[0].id), `/returns/${open.id}/check`, `/returns/${open.id}/print`, `/returns/${open.id}/changed`, `/returns/${open.id}/sign`, `/returns/${past.id}`, `/returns/${past.id}/receipt`, `/returns/${past.id}/plan`, '/actions', '/evidence', `/evidence/${await aPiece(ask, school.id)}`, `/returns/${past.id}/check`, `/returns/${past.id}/rating`, `/returns/${past.id}/ratings/${sections[2].key}`, `/returns/${open.id}/rating`, '/help', '/our-people', '/organisations',
      `/organisations/${school.id}/people`, `/organisations/${school.id}/invite`, `/organisations/${school.id}/hand-over`, '/account', '/trail', '/our-people', '/published'];
  },
  agency: async (ask) => {
    const [open, past] = await ask('/api/submissions');
    const { sections } = await ask(`/api/submissions/${open.id}`);
    return [`/returns/${open.id}/questions/${sections[1].questions[0].id}`, `/returns/${past.id}/receipt`, `/returns/${past.id}/rating`];
  },
  governor: async (ask) => {
    const [open] = await ask('/api/submissions');
    const { sections } = await ask(`/api/submissions/${open.id}`);
    return ['/', `/returns/${open.id}`, `/returns/${open.id}/questions/${sections[1].questions[0].id}`, `/returns/${open.id}/sections/${sections[1].key}`];
  },
  unit: async (ask) => {
    const rounds = await ask('/api/rounds');
    const [published, closed] = rounds.filter(({ state, name }: { state: string; name: string }) => state === 'closed' && name.startsWith('Section 175'));
    const { items } = await ask('/api/organisations');
    const versions = await ask('/api/templates/versions');
    const edition = versions.find((version: { state: string; follows: string | null }) => version.state === 'published' && version.follows !== null) ?? versions[0];
    const { id: draft, template } = await ask('/api/templates/drafts/from-version', { versionId: edition.id });
    const questions = template.sections.flatMap((section: { questions: { key: string; type: string }[] }) => section.questions);
    const types = [...new Map(questions.map((question: { type: string; key: string }) => [question.type, question.key])).values()];
    const agencies = (await ask('/api/organisations?kind=agency')).items;
    const joint = await ask('/api/joint-rounds', { roundId: closed.id, name: 'River-wide return' });
    return ['/', '/people', '/people?search=nobody-is-called-this', '/people/invitations', '/people/without-lead', '/people/invite', '/people/invite-many',
      `/organisations/${items[0].id}/people`, `/organisations/${items[0].id}/invite`, '/organisations/new-agency', `/organisations/${agencies[0].id}`, `/organisations/${agencies[0].id}/edit`,
      '/settings', '/settings/word-template', '/exports', '/account/tokens', '/actions', '/actions?standing=overdue', '/outbox', '/organisations', `/organisations/${items[0].id}`, '/organisations?search=nobody-is-called-this', '/organisations/import', '/rounds', '/reopenings', '/rounds/new', '/rounds/joint', `/rounds/joint/${joint.id}`, `/compare/${closed.id}/joint`,
      ...rounds.slice(0, 2).map((round: { id: string }) => `/rounds/${round.id}`), `/rounds/${rounds[0].id}?search=nobody-is-called-this`, ...rounds.slice(0, 2).map((round: { id: string }) => `/rounds/${round.id}/carry-over`), `/rounds/${rounds[0].id}/recalculation`,
      '/trail', '/trail?kind=sign-in&outcome=done', '/trail?to=2020-01-01',
      '/templates', '/templates/new', '/templates/import', `/templates/import?against=${draft}`, `/templates/versions/${edition.id}/changes`, `/templates/drafts/${draft}`, `/templates/drafts/${draft}?at=${template.sections[0].key}`,
      ...types.map((key) => `/templates/drafts/${draft}?at=${key}`), `/templates/versions/${edition.id}/print`, ...['lineage', 'preview', 'publish', 'print'].map((page) => `/templates/drafts/${draft}/${page}`),
      `/compare/${published.id}/publish`, `/compare/${closed.id}/publish?by=group`, '/compare/smallest-group', `/published/${published.id}?by=group`, '/records', '/records/map', '/records/periods', '/records/holds', '/records/disposal', '/records/erasures', '/records/exports', '/account'];
  },
  quality: async (ask) => {
    const rounds = await ask('/api/rounds');
    const named = (name: string) => rounds.find((round: { name: string }) => round.name === name).id as string;
    const [audit, survey, before] = [named('Section 11 audit 2025-26'), named('Section 175 return 2026-27'), named('Section 175 return 2023-24')];
    const { standards, rows } = await ask(`/api/rounds/${audit}/heatmap`);
    const { questions } = await ask(`/api/rounds/${audit}/standards/${standards[0].key}`);
    await ask(`/api/rounds/${audit}/findings`, { words: 'Ask about supervision in spring.', standardKey: standards[0].key, questionId: null });
    return ['/', '/actions/ageing', `/actions/ageing?roundId=${audit}`, `/actions?returns=submitted&roundId=${audit}`, '/findings', '/findings/themes', '/findings/good-practice', `/findings/${audit}`, '/compare', '/compare/definitions', `/compare/${audit}`, `/compare/${survey}?phase=special`, `/compare/${survey}?phase=16-plus`, `/compare/${before}?phase=special&sort=name`, `/compare/${audit}/standards/${standards[0].key}`,
      `/compare/${audit}/standards/${standards[0].key}?organisation=${rows[0].organisationId}`, `/compare/${audit}/questions/${questions[0].id}`, `/compare/${audit}/questions/${questions[0].id}?show=concern`, `/returns/${rows[0].submissionId}/ratings/${standards[0].key}`,
      `/compare/${survey}/side-by-side`, `/compare/${audit}/side-by-side?with=${['organisation', 'last:organisation', 'peers'].map((side) => `${side}:${rows[0].organisationId}`)}`, `/compare/${audit}/peers`,
      `/compare/${audit}/peers?organisation=${rows[0].organisationId}`, `/compare/${audit}/moderation`, `/compare/${survey}/moderation`, `/compare/${audit}/questions?show=concern`, `/compare/${audit}?show=gap`, `/compare/${audit}?show=change`,
      '/trends', `/trends/${survey}`, `/trends/${survey}?phase=special`, `/trends/${audit}?standard=${standards[0].key}&organisations=the-same`];
  },
  executive: async (ask) => {
    const [, round] = await ask('/api/rounds');
    return ['/', `/compare/${round.id}`, `/findings/${round.id}`, `/trends/${round.id}`];
  },
};

async function aGuestPage(ask: Parameters<Addresses>[0], returnId: string, questionId: string): Promise<string> {
  const { usualDay: untilOn } = await ask(`/api/submissions/${returnId}/guest-links`);
  const { link } = await ask(`/api/submissions/${returnId}/guest-links`, { name: 'Sam Price', email: 'sam.price@governors.example', questionIds: [questionId], untilOn, note: 'You know this best.' });
  return `/guest${new URL(link).hash}`;
}

async function aPiece(ask: Parameters<Addresses>[0], school: string): Promise<string> {
  return (await ask(`/api/organisations/${school}/evidence/links`, { kind: 'link', title: 'Safeguarding policy', location: 'https://school.example/policies', owner: 'J Ahmed', reviewBy: '2026-01-31' })).id;
}

/**
 * Each width and each theme. What only one width shows, the frame around every page shows; so a person's first page is looked at
 * in each theme at each width, and of the others the rules about structure see both widths, those about colour both themes.
 */
const views = [{ width: 1280, colorScheme: 'light' }, { width: 320, colorScheme: 'dark' }] as const;
const everyView = [...views, { width: 1280, colorScheme: 'dark' }, { width: 320, colorScheme: 'light' }] as const;

/** What is taken to a meeting: a round, one of its questions, trends, findings, a receipt. Looked at as it is printed, too. */
const printed = /^\/(compare\/[^/?]+|compare\/[^/]+\/questions\/[^/?]+|trends\/[^/?]+|findings\/[^/?]{36}|returns\/[^/]+\/receipt)$/;

/** The pages of some people. A file of tests for each few, so that they can run beside each other. */
export function axeFindsNothingFor(...accounts: readonly Person[]): void {
  describe('axe finds nothing, in light and dark, wide and narrow, and no page scrolls sideways', () => {
    const on = stage();
    jest.setTimeout(600_000);

    it.each(accounts)('for %s', async (account) => {
      const page = account === 'visitor' ? await on.visitor() : await on.signedIn(account);
      const ask = (path: string, body?: object) => page.evaluate(async ([from, sent]) => {
        if (sent === undefined) return (await fetch(from)).json();
        const { csrfToken } = await (await fetch('/api/session')).json();
        const how = { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken }, body: JSON.stringify(sent) };
        return (await fetch(from, how)).json();
      }, [path, body] as const);
      const wrong: string[] = [];
      for (const [place, address] of (await places[account](ask)).entries()) wrong.push(...await wrongWith(page, address, place === 0 ? everyView : views));
      expect(wrong).toEqual([]);
      await leave(page);
    });
  });
}

async function wrongWith(page: Page, address: string, looks: readonly Required<View>[]): Promise<string[]> {
  const wrong: string[] = [];
  // a refusal of the API is told on the page; what the browser itself complains of is not
  const listen = (message: ConsoleMessage) => { if (message.type() === 'error' && !/40[14]|422/.test(message.text())) wrong.push(message.text()); };
  page.on('console', listen);
  // drawn in the first of its views from the start: a long page takes a while to change its colours
  await show(page, looks[0]!);
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
  for (const view of looks) {
    const { width, colorScheme } = view;
    await show(page, view);
    wrong.push(...(await violationsOn(page)).map((violation) => `${colorScheme} at ${width}: ${violation}`));
    if (await scrollsSideways(page)) wrong.push(`${width}: scrolls sideways`);
  }
  if (printed.test(address)) {
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    wrong.push(...(await violationsOn(page)).map((violation) => `printed: ${violation}`));
    await page.emulateMedia({ media: 'screen' });
  }
  page.off('console', listen);
  return wrong.map((what) => `${address} ${what}`);
}

async function show(page: Page, { width, colorScheme }: Required<View>): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
}
