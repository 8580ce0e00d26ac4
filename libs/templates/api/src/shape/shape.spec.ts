import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editKinds, type Edit } from '@attest/domain/authoring';
import {
  cellTypes, colours, evidenceRules, features, lineageKinds, organisationKinds, phases, questionTypes, sectors, signingRoles,
  type Applicability, type Citation, type Level, type Question, type Scale, type Section, type SignOffStep, type Template,
} from '@attest/domain/questionnaire';
import { canonicalJson } from '@attest/shared/api';
import { templates } from '../../../../domain/src/questionnaire/arbitraries';
import { editions } from '../../../../domain/src/lineage/arbitraries';
import { aQuestion, aSection, aTemplate } from '../../../../domain/src/questionnaire/builders';
import { libraryTemplates } from '../library';
import { editsSchema } from './edits.schema';
import { editFaults, templateFaults, templateSchema } from './shape';

type Node = object;
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('the schema of templates', () => {
  const { $defs, properties } = templateSchema;
  /** Whoever adds to one of these types and forgets it here is told by the compiler, and then by the test. */
  const known = {
    template: { code: 1, edition: 1, title: 1, audience: 1, purpose: 1, effectiveFrom: 1, legalBasis: 1, scales: 1, scoring: 1, sections: 1, declaration: 1, signOff: 1, follows: 1, retired: 1 } satisfies Record<keyof Template, 1>,
    section: { key: 1, ref: 1, title: 1, intro: 1, weight: 1, appliesTo: 1, questions: 1 } satisfies Record<keyof Section, 1>,
    question: {
      key: 1, ref: 1, title: 1, wording: 1, type: 1, basis: 1, help: 1, evidence: 1, citations: 1, appliesTo: 1, showIf: 1, required: 1, naAllowed: 1, weight: 1, critical: 1, scale: 1, descriptors: 1,
      table: 1, evidenceRule: 1, lines: 1, authorNote: 1, lineage: 1, choices: 1, explanation: 1, words: 1, minimum: 1, maximum: 1, since: 1,
    } satisfies Record<keyof Question, 1>,
    signOffStep: { key: 1, who: 1, role: 1, declaration: 1, samePerson: 1 } satisfies Record<keyof SignOffStep, 1>,
    level: { key: 1, letter: 1, word: 1, colour: 1, score: 1, meets: 1, meaning: 1 } satisfies Record<keyof Level, 1>,
    scale: { key: 1, name: 1, levels: 1 } satisfies Record<keyof Scale, 1>,
    citation: { title: 1, where: 1, version: 1, url: 1, unverified: 1 } satisfies Record<keyof Citation, 1>,
    applicability: { phases: 1, sectors: 1, features: 1, withoutFeatures: 1, types: 1, areas: 1 } satisfies Record<keyof Applicability, 1>,
  };

  it.each(Object.entries(known))('knows everything there is of a %s', (name, names) => {
    const own = name === 'template' ? properties : $defs[name as 'section'].properties;
    expect(Object.keys(own).sort()).toEqual(Object.keys(names).sort());
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['types of question', $defs.question.properties.type.enum, questionTypes], ['colours', $defs.level.properties.colour.enum, colours],
    ['rules of evidence', $defs.question.properties.evidenceRule.enum, evidenceRules], ['lineage', $defs.lineage.properties.kind.enum, lineageKinds],
    ['roles that sign', $defs.signOffStep.properties.role.enum, signingRoles], ['cells', $defs.table.properties.columns.items.properties.type.enum, cellTypes], ['audiences', properties.audience.enum, organisationKinds],
    ['phases', $defs.applicability.properties.phases.items.enum, phases], ['sectors', $defs.applicability.properties.sectors.items.enum, sectors],
    ['features', $defs.applicability.properties.features.items.enum, features], ['features to be without', $defs.applicability.properties.withoutFeatures.items.enum, features],
  ])('allows the %s there are', (_, allowed, there) => expect(allowed).toEqual(there));

  it.each(libraryTemplates.map((template) => [template.title, template] as const))('fits %s', (_, template) => expect(templateFaults(template)).toEqual([]));

  it('fits whatever could be published, and what is taken out comes in the same', () => {
    fc.assert(fc.property(fc.oneof(templates, editions.map(([, after]) => after)), (template) => {
      const text = canonicalJson(template);
      const back = JSON.parse(text) as Template;
      expect(templateFaults(back)).toEqual([]);
      expect(canonicalJson(back)).toBe(text);
    }), { numRuns: 2_000 });
  });

  it('does not fit what has lost its shape in one place', () => {
    fc.assert(fc.property(templates, fc.nat(), fc.constantFrom('retyped', 'added to', 'nulled'), (template, at, how) => {
      const broken = plain(template);
      const places = placesIn(broken).filter(({ holder, name }) => how !== 'added to' || (isObject((holder as Record<string, unknown>)[name]) && name !== 'descriptors'));
      const { holder, name } = places[at % places.length]!;
      const value = (holder as Record<string, unknown>)[name];
      (holder as Record<string, unknown>)[name] = how === 'nulled' ? null : how === 'retyped' ? retyped(value) : { ...(value as object), surplus: 1 };
      expect(templateFaults(broken)).not.toEqual([]);
    }), { numRuns: 1_000 });
  });

  it.each(Object.keys(aTemplate([])).filter((name) => !['follows', 'retired'].includes(name)))('does not fit a template without "%s"', (name) => {
    const { [name]: _, ...rest } = plain(aTemplate([aSection('1', [aQuestion('1.1')])])) as unknown as Record<string, unknown>;
    expect(templateFaults(rest)).toEqual([{ where: '/', detail: `"${name}" is missing.` }]);
  });

  it.each(['constructor', 'prototype', 'toString', '__proto__', 'a b', '', '-a', 'a'.repeat(101)])('takes no key called "%s"', (key) => {
    const template = plain(aTemplate([aSection('1', [aQuestion('1.1', { key })])]));
    expect(templateFaults(template).map(({ where }) => where)).toContain('/sections/0/questions/0/key');
  });

  it('does not answer with more faults than one can read', () => {
    expect(templateFaults({ ...aTemplate([]), sections: Array.from({ length: 100 }, () => ({})) }).length).toBe(50);
  });
});

describe('the schema of edits', () => {
  it('knows every kind of edit', () => {
    const items = editsSchema['items'] as { oneOf: { properties: { edit: { const: string } } }[] };
    expect(items.oneOf.map(({ properties }) => properties.edit.const)).toEqual(editKinds);
  });

  const question = plain(aQuestion('1.1'));
  it.each<Edit>([
    { edit: 'settings', changes: { title: 'A', follows: null, retired: null, signOff: null } },
    { edit: 'add-section', section: plain(aSection('1', [question])), at: 0 },
    { edit: 'change-section', key: 's', changes: { appliesTo: null, weight: 2 } },
    { edit: 'move-section', key: 's', at: -1 }, { edit: 'remove-section', key: 's' },
    { edit: 'add-question', section: 's', question, at: 99 }, { edit: 'change-question', question },
    { edit: 'move-question', key: 'q', section: 's', at: 0 }, { edit: 'remove-question', key: 'q' },
  ])('fits %j', (edit) => expect(editFaults([edit])).toEqual([]));

  it.each<[string, unknown]>([
    ['no list', {}], ['an empty list', []], ['more than anybody does at once', Array(501).fill({ edit: 'remove-section', key: 's' })], ['null', [null]], ['words', ['remove-section']],
    ['an edit without its kind', [{ key: 's' }]], ['more than it needs', [{ edit: 'remove-section', key: 's', at: 0 }]], ['less than it needs', [{ edit: 'move-section', key: 's' }]],
    ['half a place', [{ edit: 'move-section', key: 's', at: 0.5 }]], ['no change', [{ edit: 'settings', changes: {} }]], ['the key of a section', [{ edit: 'change-section', key: 's', changes: { key: 't' } }]],
  ])('does not fit %s', (_, edits) => expect(editFaults(edits)).not.toEqual([]));
});

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every place in it that holds something. */
function placesIn(node: Node): { readonly holder: Node; readonly name: string }[] {
  return Object.entries(node).flatMap(([name, value]) => [
    { holder: node, name }, ...(typeof value === 'object' && value !== null ? placesIn(value as Node) : []),
  ]);
}

function retyped(value: unknown): unknown {
  if (Array.isArray(value)) return {};
  if (isObject(value)) return [];
  return typeof value === 'string' ? 5 : 'five';
}
