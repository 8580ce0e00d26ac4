import { describe, expect, it } from '@jest/globals';
import { establishmentFrom, isSurveyed, missingColumns, phaseOf, requiredColumns } from './index';

/** Rows as in the register's own sample, blanks left out. */
const primary = {
  'URN': '990001', 'LA (code)': '806', 'LA (name)': 'Middlesbrough', 'EstablishmentNumber': '2901', 'EstablishmentName': "St Éxample's C of E Primary, School",
  'TypeOfEstablishment (name)': 'Voluntary aided school', 'EstablishmentTypeGroup (name)': 'Local authority maintained schools',
  'EstablishmentStatus (name)': 'Open', 'PhaseOfEducation (name)': 'Primary', 'StatutoryLowAge': '3', 'StatutoryHighAge': '11', 'OpenDate': '', 'CloseDate': '',
  'NurseryProvision (name)': 'Has Nursery Classes', 'OfficialSixthForm (name)': 'Does not have a sixth form', 'NumberOfPupils': '214', 'Postcode': 'ZZ1 1ZZ',
  'HeadTitle (name)': 'Mrs', 'HeadFirstName': 'Test', 'HeadLastName': 'Sample', 'HeadPreferredJobTitle': 'Headteacher',
};
const academy = {
  ...primary, 'URN': '990002', 'TypeOfEstablishment (name)': 'Academy converter', 'EstablishmentTypeGroup (name)': 'Academies', 'OpenDate': '01-09-2025',
  'PhaseOfEducation (name)': 'Secondary', 'StatutoryLowAge': '11', 'StatutoryHighAge': '18', 'OfficialSixthForm (name)': 'Has a sixth form', 'NurseryProvision (name)': '',
  'Trusts (code)': '99001', 'Trusts (name)': 'INVENTED LEARNING TRUST', 'ReasonEstablishmentOpened (name)': 'Academy Converter',
};
const boarding = {
  ...primary, 'URN': '990004', 'TypeOfEstablishment (name)': 'Other independent special school', 'EstablishmentTypeGroup (name)': 'Independent schools',
  'EstablishmentStatus (name)': 'Open, but proposed to close', 'PhaseOfEducation (name)': 'Not applicable', 'StatutoryLowAge': '7', 'StatutoryHighAge': '16',
  'NurseryProvision (name)': 'Not applicable', 'Boarders (name)': 'Boarding school', 'HeadFirstName': '', 'HeadLastName': '',
};

describe('the header', () => {
  it('is read by name, whatever the order and whatever else is there', () => {
    expect(missingColumns(['OfstedRating (name)', ...requiredColumns.toReversed()])).toEqual([]);
  });

  it('says which columns are missing, and does not miss the optional ones', () => {
    expect(missingColumns(requiredColumns.filter((column) => column !== 'URN' && column !== 'CloseDate'))).toEqual(['URN', 'CloseDate']);
    expect(requiredColumns).not.toContain('FSM');
  });
});

describe('a row of the register', () => {
  it('becomes an establishment', () => {
    expect(establishmentFrom(primary)).toEqual({
      urn: '990001', name: "St Éxample's C of E Primary, School", laCode: '806', laName: 'Middlesbrough', establishmentNumber: '2901',
      type: 'Voluntary aided school', typeGroup: 'Local authority maintained schools', status: 'open', phase: 'primary', features: ['maintained', 'early-years'],
      openedOn: null, closedOn: null, lowAge: 3, highAge: 11, pupils: 214, capacity: null, trust: null, federation: null, postcode: 'ZZ1 1ZZ',
      telephone: null, website: null, head: { title: 'Mrs', firstName: 'Test', lastName: 'Sample', jobTitle: 'Headteacher' },
      openedBecause: null, closedBecause: null,
    });
  });

  it('tells an academy of a trust with a sixth form', () => {
    expect(establishmentFrom(academy)).toMatchObject({
      phase: 'secondary', features: ['academy', 'sixth-form', 'trust'], openedOn: '2025-09-01',
      trust: { code: '99001', name: 'INVENTED LEARNING TRUST' }, openedBecause: 'Academy Converter',
    });
  });

  it('tells an independent special school with boarders, on its way to close, whose head is not known', () => {
    expect(establishmentFrom(boarding)).toMatchObject({
      status: 'proposed-to-close', phase: 'special', features: ['independent', 'special', 'boarding'], head: null,
    });
  });

  it('says no to boarders when the register says no', () => {
    expect(establishmentFrom({ ...academy, 'Boarders (name)': 'No boarders' })).not.toMatchObject({ features: expect.arrayContaining(['boarding']) });
  });

  it.each([
    [{ URN: '12A' }, 'URN', "URN must be six digits; found '12A'"],
    [{ EstablishmentName: ' ' }, 'EstablishmentName', 'The name must be given; found nothing'],
    [{ 'LA (code)': 'E06000002' }, 'LA (code)', "The local authority code must be three digits; found 'E06000002'"],
    [{ 'EstablishmentStatus (name)': '1' }, 'EstablishmentStatus (name)', "The status must be Open, Closed, Open, but proposed to close, or Proposed to open; found '1'"],
    [{ OpenDate: '2025-09-01' }, 'OpenDate', "OpenDate must be a day such as 31-08-2025; found '2025-09-01'"],
    [{ CloseDate: '31-04-2025' }, 'CloseDate', "CloseDate must be a day such as 31-08-2025; found '31-04-2025'"],
    [{ StatutoryLowAge: '-1' }, 'StatutoryLowAge', "StatutoryLowAge must be a whole number; found '-1'"],
  ])('that is wrong in %j says where and how', (wrong, column, detail) => {
    expect(establishmentFrom({ ...primary, ...wrong } as Record<string, string>)).toEqual({ column, detail });
  });
});

describe('the phase', () => {
  it.each([
    ['Community school', 'Nursery', 3, 5, 'nursery'],
    ['Community school', 'Middle deemed primary', 8, 12, 'primary'],
    ['Community school', 'Middle deemed secondary', 9, 13, 'secondary'],
    ['Community school', 'All through', 3, 18, 'all-through'],
    ['Free schools', 'All-through', 4, 16, 'all-through'],
    ['Sixth form centres', '16 plus', 16, 19, '16-plus'],
    ['Further education', 'Not applicable', 14, 99, '16-plus'],
    ['Pupil referral unit', 'Not applicable', 5, 16, 'alternative-provision'],
    ['Free schools - alternative provision', 'Secondary', 11, 16, 'alternative-provision'],
    ['Community special school', 'Not applicable', 2, 19, 'special'],
    ['Local authority nursery school', 'Not applicable', null, null, 'nursery'],
    ['Other independent school', 'Not applicable', 2, 5, 'nursery'],
    ['Other independent school', 'Not applicable', 2, 7, 'primary'],
    ['Other independent school', 'Not applicable', 3, 13, 'primary'],
    ['Other independent school', 'Not applicable', 8, 13, 'primary'],
    ['Other independent school', 'Not applicable', 7, 11, 'primary'],
    ['Other independent school', 'Not applicable', 9, 13, 'secondary'],
    ['Other independent school', 'Not applicable', 11, 18, 'secondary'],
    ['Other independent school', 'Not applicable', 7, 18, 'all-through'],
    ['Other independent school', 'Not applicable', 3, 16, 'all-through'],
    ['Other independent school', 'Not applicable', 16, 19, '16-plus'],
    ['Other independent school', '', null, null, 'all-through'],
  ] as const)('of %s, %s, ages %s to %s is %s', (type, phaseOfEducation, lowAge, highAge, phase) => {
    expect(phaseOf({ type, phaseOfEducation, lowAge, highAge })).toBe(phase);
  });
});

describe('who is surveyed', () => {
  it.each([
    'Community school', 'Academy converter', 'Other independent school', 'Non-maintained special school', 'Further education', 'A type invented next year',
  ])('%s', (type) => expect(isSurveyed(type)).toBe(true));

  it.each([
    "Children's centre", "Children's Centre Linked Site", 'Higher education institutions', 'Offshore schools', 'British schools overseas', 'Welsh establishment', 'Secure units',
  ])('not %s', (type) => expect(isSurveyed(type)).toBe(false));
});
