import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Establishment, RegisteredSchool } from './establishment';
import { applyChanges, registerChanges, registeredFrom } from './index';

const today = '2025-10-01';
const southTees = ['806', '807'];

function anEstablishment(facts: Partial<Establishment> = {}): Establishment {
  return {
    urn: '990001', name: 'Invented School', laCode: '807', laName: 'Redcar and Cleveland', establishmentNumber: '4900', type: 'Foundation school',
    typeGroup: 'Local authority maintained schools', status: 'open', phase: 'secondary', features: ['maintained'], openedOn: null, closedOn: null,
    lowAge: 11, highAge: 18, pupils: 900, capacity: 1000, trust: null, federation: null, postcode: 'ZZ2 2ZZ', telephone: null, website: null, head: null,
    openedBecause: null, closedBecause: null, ...facts,
  };
}

function aSchool(facts: Partial<Establishment> = {}, predecessorUrn: string | null = null): RegisteredSchool {
  const establishment = anEstablishment(facts);
  return registeredFrom(establishment, { id: `school-${establishment.urn}`, predecessorUrn });
}

const closing = { status: 'closed', closedOn: '2025-08-31', closedBecause: 'Academy Converter' } as const;
function anAcademy(facts: Partial<Establishment> = {}): Establishment {
  return anEstablishment({
    urn: '990002', name: 'Brightwater Learning Centre', type: 'Academy converter', typeGroup: 'Academies', features: ['academy'],
    openedOn: '2025-09-01', openedBecause: 'Academy Converter', ...facts,
  });
}

const kinds = (...given: Parameters<typeof registerChanges>) => registerChanges(...given).changes.map(({ kind }) => kind);

describe('what a new edition of the register changes', () => {
  it('says nothing of a school that is as it was, but counts it', () => {
    expect(registerChanges([aSchool()], [anEstablishment()], southTees, today)).toEqual({ changes: [], unchanged: 1, absent: [], problems: [] });
  });

  it('opens a newcomer, and leaves out one elsewhere, one not yet open, one long closed and one that is no school', () => {
    const { changes } = registerChanges([], [
      anEstablishment({ urn: '100001' }), anEstablishment({ urn: '100002', laCode: '201' }), anEstablishment({ urn: '100003', status: 'proposed-to-open' }),
      anEstablishment({ urn: '100004', status: 'closed' }), anEstablishment({ urn: '100005', type: "Children's centre" }),
    ], southTees, today);
    expect(changes).toEqual([{ kind: 'opened', establishment: anEstablishment({ urn: '100001' }) }]);
  });

  it('closes a school on its close date, or today where the register gives none', () => {
    expect(registerChanges([aSchool()], [anEstablishment({ status: 'closed', closedOn: '2025-08-31' })], southTees, today).changes).toMatchObject([{ kind: 'closed', on: '2025-08-31' }]);
    expect(registerChanges([aSchool()], [anEstablishment({ status: 'closed' })], southTees, today).changes).toMatchObject([{ kind: 'closed', on: today }]);
  });

  it('never closes a school because the file leaves it out', () => {
    const { changes, absent } = registerChanges([aSchool()], [], southTees, today);
    expect(changes).toEqual([]);
    expect(absent).toEqual([aSchool()]);
  });

  it('tells reopened, renamed, another phase and other details apart', () => {
    const held = [aSchool({ status: 'closed', closedOn: '2024-08-31' })];
    const { changes } = registerChanges(held, [anEstablishment({ name: 'New Name', phase: 'all-through', trust: { code: '1', name: 'T' }, pupils: 901 })], southTees, today);
    expect(changes).toMatchObject([
      { kind: 'reopened' }, { kind: 'renamed', from: 'Invented School', to: 'New Name' },
      { kind: 'phase-changed', from: 'secondary', to: 'all-through' }, { kind: 'details-changed', details: ['pupils', 'trust'] },
    ]);
  });

  it('follows a school that moves out of the area', () => {
    expect(registerChanges([aSchool()], [anEstablishment({ laCode: '808' })], southTees, today).changes).toMatchObject([{ kind: 'details-changed', details: ['laCode'] }]);
  });

  it('names both rows when a URN is given twice, and uses neither', () => {
    const { changes, problems, absent } = registerChanges([aSchool()], [anEstablishment({ name: 'One' }), anEstablishment({ name: 'Other', status: 'closed' })], southTees, today);
    expect(changes).toEqual([]);
    expect(absent).toEqual([]);
    expect(problems).toEqual([{ urn: '990001', rows: [1, 2], detail: 'URN 990001 is given more than once: One (row 1) and Other (row 2)' }]);
  });
});

describe('a school that becomes an academy', () => {
  it('is one change, that carries the old URN', () => {
    const { changes } = registerChanges([aSchool()], [anAcademy(), anEstablishment(closing)], southTees, today);
    expect(changes).toMatchObject([{ kind: 'converted', predecessorUrn: '990001', establishment: { urn: '990002' }, was: { status: 'closed' } }]);
  });

  it('is known by its name when it moved', () => {
    expect(kinds([aSchool()], [anAcademy({ name: 'The Invented Academy', postcode: 'ZZ9 9ZZ' }), anEstablishment(closing)], southTees, today)).toEqual(['converted']);
  });

  it('is recognised while the old school is still proposed to close', () => {
    expect(kinds([aSchool()], [anAcademy(), anEstablishment({ status: 'proposed-to-close' })], southTees, today)).toEqual(['converted', 'details-changed']);
  });

  it('is recognised when the old school closed in an earlier edition and is no longer in the file', () => {
    expect(registerChanges([aSchool(closing)], [anAcademy()], southTees, today).changes).toMatchObject([{ kind: 'converted', predecessorUrn: '990001', was: null }]);
  });

  it.each<[string, Partial<Establishment>]>([
    ['opens more than 60 days later', { openedOn: '2025-10-31' }],
    ['opened before the other closed', { openedOn: '2025-08-30' }],
    ['is in another local authority', { laCode: '806' }],
    ['is neither in that place nor of that name', { postcode: 'ZZ9 9ZZ' }],
    ['is no academy', { features: ['independent'] }],
  ])('is not supposed when the newcomer %s', (_, facts) => {
    expect(kinds([aSchool()], [anAcademy(facts), anEstablishment(closing)], southTees, today)).toEqual(['opened', 'closed']);
  });

  it('is told from its neighbour on the same site', () => {
    const [infants, juniors] = [{ urn: '100001', name: 'Hill Infants' }, { urn: '100002', name: 'Hill Juniors' }];
    const { changes } = registerChanges([aSchool(infants), aSchool(juniors)], [
      anEstablishment({ ...infants, ...closing }), anEstablishment({ ...juniors, ...closing }),
      anAcademy({ urn: '200001', name: 'Hill Juniors Academy' }), anAcademy({ urn: '200002', name: 'Hill Infants Academy' }),
    ], southTees, today);
    expect(changes).toMatchObject([
      { kind: 'converted', predecessorUrn: '100002', establishment: { urn: '200001' } },
      { kind: 'converted', predecessorUrn: '100001', establishment: { urn: '200002' } },
    ]);
  });

  it('is carried on once only', () => {
    const held = [aSchool(closing), aSchool({ urn: '990002', features: ['academy'] }, '990001')];
    expect(kinds(held, [anAcademy({ urn: '990005' })], southTees, today)).toEqual(['opened']);
  });
});

describe('making the changes', () => {
  const establishments = fc.array(fc.record({
    urn: fc.constantFrom('100001', '100002', '100003', '100004', '100005', '100006'),
    name: fc.constantFrom('Hill School', 'Hill Academy', 'Dale School'),
    laCode: fc.constantFrom('806', '807', '808'),
    status: fc.constantFrom('open', 'closed', 'proposed-to-close', 'proposed-to-open'),
    phase: fc.constantFrom('primary', 'secondary'),
    features: fc.constantFrom(['maintained'], ['academy', 'trust']),
    type: fc.constantFrom('Community school', 'Academy converter', 'Offshore schools'),
    trust: fc.constantFrom(null, { code: '1', name: 'T' }),
    postcode: fc.constantFrom('ZZ1 1ZZ', 'ZZ2 2ZZ', null),
    openedOn: fc.constantFrom(null, '2025-09-01', '2025-10-01'),
    closedOn: fc.constantFrom(null, '2025-08-31'),
    closedBecause: fc.constantFrom(null, 'For Academy'),
  }).map((facts) => anEstablishment(facts as Partial<Establishment>)), { maxLength: 10 });

  it('leaves nothing to change', () => {
    let ids = 0;
    const newId = () => `new-${ids += 1}`;
    fc.assert(fc.property(establishments, establishments, (before, after) => {
      const held = applyChanges([], registerChanges([], before, southTees, today).changes, newId);
      const then = applyChanges(held, registerChanges(held, after, southTees, today).changes, newId);
      expect(registerChanges(then, after, southTees, today).changes).toEqual([]);
    }), { numRuns: 1000 });
  });

  it('keeps the ids of schools we had, gives newcomers their own, and links the academy to what it was', () => {
    const { changes } = registerChanges([aSchool()], [anAcademy(), anEstablishment(closing)], southTees, today);
    expect(applyChanges([aSchool()], changes, () => 'new')).toMatchObject([
      { id: 'school-990001', status: 'closed', closedOn: '2025-08-31', predecessorUrn: null }, { id: 'new', urn: '990002', predecessorUrn: '990001' },
    ]);
  });
});
