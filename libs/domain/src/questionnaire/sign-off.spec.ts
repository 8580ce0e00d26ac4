import { describe, expect, it } from '@jest/globals';
import { aQuestion, aSection, aTemplate } from './builders';
import { signOffOf, templateProblems, tidied, type SignOffStep } from './index';

const aStep = (key: string, changes: Partial<SignOffStep> = {}): SignOffStep => ({ key, who: 'Head teacher', role: 'approver', declaration: 'I have read it.', ...changes });
const signedBy = (...signOff: SignOffStep[]) => aTemplate([aSection('1', [aQuestion('1.1')])], { signOff });

describe('the signatures of a return', () => {
  it('are the one declaration, made by whoever may submit, where no chain is named', () => {
    expect(signOffOf(aTemplate([]))).toEqual([{ key: 'declaration', who: 'Designated Safeguarding Lead', roles: ['lead', 'approver'], declaration: 'This is true.' }]);
    expect(signOffOf(signedBy())).toHaveLength(1);
  });

  it('are those of the chain, in its order', () => {
    const chain = signOffOf(signedBy(aStep('dsl', { role: 'lead' }), aStep('head', { samePerson: true })));
    expect(chain.map(({ key, roles, samePerson }) => [key, roles, samePerson])).toEqual([['dsl', ['lead'], undefined], ['head', ['approver'], true]]);
  });

  it.each<[string, SignOffStep[], string[]]>([
    ['two of one key', [aStep('a'), aStep('a')], ['key-duplicate']],
    ['nobody', [aStep('a', { who: ' ' })], ['signature-unclear']],
    ['nothing declared', [aStep('a', { declaration: '' })], ['signature-unclear']],
    ['a role that does not sign', [aStep('a', { role: 'viewer' as never })], ['signature-unclear']],
    ['all well', [aStep('a'), aStep('b')], []],
  ])('with %s: %#', (_, steps, codes) => expect(templateProblems(signedBy(...steps)).map(({ where, code }) => [where, code])).toEqual(codes.map((code) => ['sign-off', code])));

  it('are not there when there is nothing to say', () => {
    expect(tidied(signedBy())).not.toHaveProperty('signOff');
    expect(tidied(signedBy(aStep('a', { samePerson: false }))).signOff).toEqual([aStep('a')]);
  });
});
