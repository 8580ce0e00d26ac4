import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Step } from '../questionnaire';
import { blockersToSign, isLastStep, nextStep, type Signed, type Signer } from './index';

const aStep = (key: string, changes: Partial<Step> = {}): Step => ({ key, who: key, roles: ['approver'], declaration: 'True.', ...changes });
const [dsl, head, chair] = [aStep('dsl', { roles: ['lead'] }), aStep('head'), aStep('chair')];
const chain = [dsl, head, chair];
const by = (step: string, personId = step): Signed => ({ step, personId });
const aSigner = (personId: string, ...roles: string[]): Signer => ({ personId, roles });

describe('whose turn it is', () => {
  it.each<[string, Signed[], string | null]>([
    ['the first, when nobody has signed', [], 'dsl'],
    ['the second then', [by('dsl')], 'head'],
    ['the second still, whoever has signed out of turn', [by('dsl'), by('chair')], 'head'],
    ['nobody, when all have', [by('dsl'), by('head'), by('chair')], null],
  ])('is %s', (_, signed, key) => expect(nextStep(chain, signed)?.key ?? null).toBe(key));

  it('ends with the last of the list', () => expect(chain.map((step) => isLastStep(chain, step))).toEqual([false, false, true]));
});

describe('who may sign', () => {
  it.each<[string, Step, Signed[], Signer, string[]]>([
    ['whoever has the role', head, [by('dsl', 'ann')], aSigner('ben', 'approver'), []],
    ['nobody without it', head, [by('dsl', 'ann')], aSigner('ben', 'viewer', 'contributor'), ['role-missing']],
    ['nobody twice, with the role or without', head, [by('dsl', 'ann')], aSigner('ann', 'lead', 'approver'), ['signed-before']],
    ['the same person where the template says so, with the one role they have', aStep('head', { samePerson: true }), [by('dsl', 'ann')], aSigner('ann', 'lead'), []],
    ['and somebody else with the role there too', aStep('head', { samePerson: true }), [by('dsl', 'ann')], aSigner('ben', 'approver'), []],
    ['but not without it', aStep('head', { samePerson: true }), [by('dsl', 'ann')], aSigner('ben', 'lead'), ['role-missing']],
    ['not even first, without it', aStep('dsl', { roles: ['lead'], samePerson: true }), [], aSigner('ann', 'approver'), ['role-missing']],
  ])('%s', (_, step, signed, signer, blockers) => expect(blockersToSign(step, signed, signer)).toEqual(blockers));

  it('takes as many people as there are steps that do not say otherwise', () => {
    const steps = fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }).map((same) => same.map((samePerson, at) => aStep(`${at}`, { samePerson })));
    const people = fc.array(fc.integer({ min: 0, max: 7 }).map((person) => aSigner(`${person}`, 'approver')), { maxLength: 60 });
    fc.assert(fc.property(steps, people, (asked, tried) => {
      const signed: Signed[] = [];
      for (const signer of tried) {
        const next = nextStep(asked, signed);
        if (next && blockersToSign(next, signed, signer).length === 0) signed.push({ step: next.key, personId: signer.personId });
      }
      const others = asked.slice(0, signed.length).filter(({ samePerson }, at) => at === 0 || !samePerson).length;
      expect(signed.map(({ step }) => step)).toEqual(asked.slice(0, signed.length).map(({ key }) => key));
      expect(new Set(signed.map(({ personId }) => personId)).size).toBeGreaterThanOrEqual(others);
    }));
  });
});
