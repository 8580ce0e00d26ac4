import type { Feature, Phase, Sector } from '@attest/domain/questionnaire';
import { Random } from './random';

/** Invented, all of them. Any likeness to a real school or agency is chance. */
export interface DemonstrationOrganisation {
  readonly name: string;
  readonly kind: 'school' | 'agency';
  readonly area: 0 | 1 | null;
  readonly urn: string | null;
  readonly phase: Phase | null;
  readonly sector: Sector | null;
  readonly type: string;
  readonly features: readonly Feature[];
  readonly trust: string | null;
  readonly pupils: number | null;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  /** URN of the school it followed. */
  readonly follows: string | null;
  /** How well it does, from 0 (weak) to 1 (strong), before chance and before the year. */
  readonly strength: number;
}

export const areas = [{ name: 'Northbank', laCode: '806' }, { name: 'Seaholm', laCode: '807' }] as const;

const firsts = ['Oakfield', 'Harbour View', 'Millbrook', 'Hawthorn', 'Larkspur', 'Beacon', 'Ferry Lane', 'Kestrel', 'Saltmarsh', 'Orchard',
  'Ironworks', 'Highcliff', 'Willow Beck', 'Ashdene', 'Priory', 'Lighthouse', 'Moorgate', 'Nightingale', 'Rowan', 'Sandpiper', 'Thornhill',
  'Wharfside', 'Bramble', 'Copse', 'Dovecote', 'Elmtree', 'Foxglove', 'Gorse Hill', 'Heather', 'Ivy Bank', 'Juniper', 'Kingfisher',
  'Lindisfield', 'Meadow', 'Newport', 'Otter', 'Pennyman', 'Quarry', 'Redwing', 'St Aidan’s', 'St Bede’s', 'St Hilda’s', 'St Cuthbert’s',
  'Tollgate', 'Upland', 'Viaduct', 'Weir', 'Yarrow'];
const trusts = ['Invented Learning Trust', 'Tidewater Academies', 'Beck and Moor Trust', null, null];

type SchoolSort = { readonly count: number; readonly phase: Phase; readonly ending: string; readonly types: readonly (readonly [string, readonly Feature[]])[]; readonly pupils: readonly [number, number] };

/** About 115 schools of every phase; the last few groups are small on purpose, so that their figures must be protected. */
const sorts: readonly SchoolSort[] = [
  { count: 82, phase: 'primary', ending: 'Primary School', pupils: [90, 460], types: [
    ['Community school', ['maintained', 'early-years']], ['Voluntary aided school', ['maintained', 'early-years']],
    ['Academy converter', ['academy', 'early-years', 'trust']], ['Academy sponsor led', ['academy', 'trust']], ['Community school', ['maintained']]] },
  { count: 15, phase: 'secondary', ending: 'School', pupils: [620, 1450], types: [
    ['Academy converter', ['academy', 'trust', 'sixth-form']], ['Academy sponsor led', ['academy', 'trust']], ['Foundation school', ['maintained']]] },
  { count: 6, phase: 'special', ending: 'School', pupils: [60, 180], types: [
    ['Community special school', ['maintained', 'special']], ['Academy special converter', ['academy', 'special', 'trust']], ['Other independent special school', ['independent', 'special', 'boarding']]] },
  { count: 3, phase: 'all-through', ending: 'College', pupils: [300, 700], types: [['Other independent school', ['independent', 'early-years', 'sixth-form', 'boarding']]] },
  { count: 3, phase: 'nursery', ending: 'Nursery School', pupils: [50, 110], types: [['Local authority nursery school', ['maintained', 'early-years']]] },
  { count: 3, phase: 'alternative-provision', ending: 'Centre', pupils: [25, 80], types: [['Pupil referral unit', ['maintained', 'alternative-provision']], ['Academy alternative provision converter', ['academy', 'alternative-provision', 'trust']]] },
  { count: 2, phase: '16-plus', ending: 'Sixth Form College', pupils: [900, 2100], types: [['Sixth form centres', ['sixth-form']]] },
];

export function schools(): DemonstrationOrganisation[] {
  const random = new Random(1175);
  const made: DemonstrationOrganisation[] = [];
  for (const { count, phase, ending, types, pupils } of sorts) {
    for (let index = 0; index < count; index++) {
      const [type, features] = types[index % types.length]!;
      made.push({
        name: schoolName(made, random, ending), kind: 'school', area: made.length % 2 === 0 ? 0 : 1, urn: String(990_101 + made.length), phase, sector: null, type, features,
        trust: features.includes('trust') ? random.pick(trusts) : null, pupils: random.whole(...pupils),
        openedOn: null, closedOn: null, follows: null, strength: clamp(0.62 + random.wobble() * 0.36),
      });
    }
  }
  made[0] = { ...made[0]!, name: 'Oakfield Primary School', type: 'Community school', features: ['maintained', 'early-years'], trust: null, strength: 0.7 };
  return [...made.slice(0, 112), ...conversion(made[20]!, '991001'), ...conversion(made[90]!, '991002'), ...made.slice(112)];
}

/** A school that closed in August 2025 and opened again the next day as an academy, with a new URN. */
function conversion(school: DemonstrationOrganisation, urn: string): DemonstrationOrganisation[] {
  const stem = school.name.replace(/ (Primary )?School$/, '');
  const named = (ending: string) => `${stem} Community ${school.phase === 'primary' ? 'Primary ' : ''}${ending}`;
  const common = school.features.filter((feature) => !['maintained', 'academy', 'trust'].includes(feature));
  const oldUrn = String(Number(urn) - 500);
  return [
    { ...school, urn: oldUrn, name: named('School'), type: 'Community school', features: ['maintained', ...common], trust: null, closedOn: '2025-08-31' },
    { ...school, urn, name: named('Academy'), type: 'Academy converter', features: ['academy', 'trust', ...common], trust: 'Tidewater Academies', openedOn: '2025-09-01', follows: oldUrn },
  ];
}

function schoolName(made: readonly DemonstrationOrganisation[], random: Random, ending: string): string {
  const extra = ['', ' Road', ' Park', ' Green', ' Hill', ' Lane', ' C of E', ' Catholic', ' Junior', ' Infant'];
  for (;;) {
    const name = `${random.pick(firsts)}${ending === 'Primary School' ? random.pick(extra) : random.pick(extra.slice(0, 4))} ${ending}`;
    if (!/Lane Lane|Hill Hill|Beacon Hill Park/.test(name) && !made.some((other) => other.name === name)) return name;
  }
}

const clamp = (value: number) => Math.min(0.95, Math.max(0.2, value));

/** The agency that thinks better of itself than the panel did. */
export const OVERRATER = 'Harbourside Homes';

/** name, sector, area, features, strength */
const agencyRows: readonly (readonly [string, Sector, 0 | 1 | null, readonly Feature[], number])[] = [
  ['Northbank Council, children’s services', 'local-authority', 0, ['statutory', 'commissions'], 0.74],
  ['Seaholm Council, children’s services', 'local-authority', 1, ['statutory', 'commissions'], 0.66],
  ['Northbank Council, adult services', 'local-authority', 0, ['statutory', 'commissions'], 0.55],
  ['Seaholm Council, housing services', 'local-authority', 1, ['statutory'], 0.5],
  ['Riverland Police', 'police', null, ['statutory'], 0.7],
  ['North Coast Integrated Care Board', 'icb', null, ['statutory', 'commissions', 'health'], 0.78],
  ['Two Rivers Hospitals NHS Foundation Trust', 'nhs-trust', null, ['statutory', 'health'], 0.74],
  ['Moor and Coast Mental Health NHS Trust', 'nhs-trust', null, ['statutory', 'health'], 0.62],
  ['Northern Coast Ambulance Service', 'ambulance', null, ['statutory', 'health'], 0.58],
  ['Northbank public health', 'public-health', 0, ['statutory', 'commissions', 'health'], 0.72],
  ['Seaholm public health', 'public-health', 1, ['statutory', 'commissions', 'health'], 0.68],
  ['Probation Service, Riverland unit', 'probation', null, ['statutory'], 0.6],
  ['Two Boroughs Youth Justice Service', 'youth-justice', null, ['statutory'], 0.76],
  ['Riverland Fire and Rescue', 'fire', null, ['employs-volunteers'], 0.57],
  [OVERRATER, 'housing', 0, [], 0.36],
  ['Seaholm Coastal Housing', 'housing', 1, [], 0.52],
  ['Beck Valley Homes', 'housing', 0, [], 0.48],
  ['Kite Young People’s Charity', 'voluntary', 0, ['employs-volunteers'], 0.7],
  ['Safe Harbour Domestic Abuse Service', 'commissioned-service', null, ['employs-volunteers'], 0.82],
  ['Turning Tide Substance Misuse Service', 'commissioned-service', null, [], 0.58],
  ['Healthy Futures 0–19 Service', 'commissioned-service', null, ['health'], 0.73],
  ['Carers Together', 'voluntary', null, ['employs-volunteers'], 0.55],
  ['Northbank Youth Clubs', 'voluntary', 0, ['employs-volunteers'], 0.46],
  ['Diocesan Safeguarding Office', 'faith', null, ['employs-volunteers'], 0.6],
  ['Coast Sports Partnership', 'sport', 1, ['employs-volunteers'], 0.44],
  ['Family Court Advisory Service, Riverland', 'national-body', null, [], 0.7],
];

export function agencies(): DemonstrationOrganisation[] {
  return agencyRows.map(([name, sector, area, features, strength]) => ({
    name, kind: 'agency', area, urn: null, phase: null, sector, type: '', features, trust: null, pupils: null, openedOn: null, closedOn: null, follows: null, strength,
  }));
}
