import { describe, expect, it } from '@jest/globals';
import { until } from '../../api/test/until';
import { heading, leave, stage } from '../stage';

describe('whoever smuggles something into a page', () => {
  const on = stage();

  it.each([
    ['markup', 'require-trusted-types-for', () => { document.body.innerHTML = '<img src=x onerror="document.title = 1">'; }],
    ['a script in the text', 'require-trusted-types-for', () => { document.head.append(Object.assign(document.createElement('script'), { text: 'document.title = 1' })); }],
    ['a policy of their own', 'trusted-types', () => { (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }).trustedTypes.createPolicy('mine', {}); }],
    ['a frame', 'frame-src', () => { document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://elsewhere.example/' })); }],
    ['a picture that tells somebody', 'img-src', () => { document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example/seen.png' })); }],
  ])('is stopped: %s', async (_, directive, smuggle) => {
    const page = await on.visitor();
    await page.goto('/help');
    await heading(page, 'Help').waitFor();
    expect(on.violations).toEqual([]);
    await page.evaluate(smuggle).catch(() => {});
    await until(() => on.violations.length > 0);
    expect(on.violations.splice(0)).toEqual([expect.stringContaining(directive)]);
    expect(await page.title()).not.toBe('1');
    await leave(page);
  });
});
