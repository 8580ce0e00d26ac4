import { describe, expect, it } from '@jest/globals';
import { isAddress, pastedRows, problemsOf, resolveRow, roleFrom, rowsOfTable, type Placed, type RawRow } from './index';

const places = {
  organisations: [
    { id: 'oak', name: 'Oakfield Primary School', urn: '990101', takesPart: true },
    { id: 'old', name: 'Closed School', urn: '990102', takesPart: false },
    { id: 'council', name: 'Northbank Council, children’s services', urn: null, takesPart: true },
    { id: 'one', name: 'St Mary’s', urn: '990103', takesPart: true },
    { id: 'two', name: 'St Mary’s', urn: '990104', takesPart: true },
  ],
  trusts: ['Tidewater Academies'],
};
const aRow = (changes: Partial<RawRow>): RawRow => ({ row: 1, name: 'Zoë Ní Bhriain', email: 'zoe+dsl@school.example', organisation: '990101', role: 'lead', ...changes });
const placed = (changes: Partial<Placed> = {}): Placed => ({ row: 1, name: '', email: 'zoe@school.example', role: 'viewer', organisationId: 'oak', trust: null, ...changes });

describe('a pasted list', () => {
  it.each([
    ['Ann Lee, ann@school.example, 990101, lead'], ['Ann Lee\tann@school.example\t990101\tlead'], ['Ann Lee;ann@school.example;990101;lead'],
    ['Ann Lee <ann@school.example>, 990101, lead'], ['"Ann Lee" <ann@school.example>; 990101; lead'], ['  Ann   Lee ,ann@school.example,990101,lead,'],
  ])('%j', (line) => {
    expect(pastedRows(line)).toEqual([{ row: 1, name: 'Ann Lee', email: 'ann@school.example', organisation: '990101', role: 'lead' }]);
  });

  it('keeps commas in the name of an organisation, with and without quotation marks', () => {
    for (const name of ['Northbank Council, children’s services', '"Northbank Council, children’s services"']) {
      expect(pastedRows(`Ann, ann@x.example, ${name}, lead`)[0]).toMatchObject({ organisation: 'Northbank Council, children’s services', role: 'lead' });
    }
  });

  it('leaves out the headings and empty lines, and numbers what is there', () => {
    expect(pastedRows('\uFEFFName, E-mail, Organisation, Role\r\n\r\nann@x.example, 990101, viewer\n').map(({ row, name, email }) => [row, name, email])).toEqual([[3, '', 'ann@x.example']]);
  });

  it('finds what stands where the address should', () => {
    expect(pastedRows('Ben\tno address\t999999\towner')).toEqual([{ row: 1, name: 'Ben', email: 'no address', organisation: '999999', role: 'owner' }]);
  });

  it('takes a role of the partnership without an organisation, and a line without a role', () => {
    expect(pastedRows('Ann, ann@x.example, business unit\nBen, ben@x.example, 990101')).toMatchObject([{ organisation: '', role: 'business unit' }, { organisation: '990101', role: '' }]);
  });
});

describe('a workbook', () => {
  it('is read by the names of its columns, in any order, without the organisations nobody was added to', () => {
    expect(rowsOfTable([['Role', 'Email', 'URN', 'Name'], ['lead', 'ann@x.example', '990101', 'Ann'], ['lead', '', '990103', '']])).toEqual({
      rows: [{ row: 2, name: 'Ann', email: 'ann@x.example', organisation: '990101', role: 'lead' }],
    });
  });

  it('says which columns it does not have', () => {
    expect(rowsOfTable([['Name', 'Telephone']])).toEqual({ missing: ['E-mail address', 'Organisation or URN', 'Role'] });
    expect(rowsOfTable([])).toEqual({ missing: ['E-mail address', 'Organisation or URN', 'Role'] });
  });
});

describe('a row', () => {
  it.each([
    [aRow({}), { organisationId: 'oak', trust: null, role: 'lead' }],
    [aRow({ organisation: 'oakfield  primary school', role: 'DSL' }), { organisationId: 'oak', role: 'lead' }],
    [aRow({ organisation: "Northbank Council, children's services", role: 'Approver' }), { organisationId: 'council', role: 'approver' }],
    [aRow({ organisation: 'tidewater academies', role: 'Trust lead' }), { organisationId: null, trust: 'Tidewater Academies' }],
    [aRow({ organisation: '', role: 'Business unit' }), { organisationId: null, trust: null, role: 'business-unit' }],
  ])('%j', (row, wanted) => expect(resolveRow(row, places)).toMatchObject({ placed: wanted, faults: [] }));

  it.each([
    [{ email: '' }, 'email', 'Enter an e-mail address.'],
    [{ email: 'ann at school' }, 'email', 'is not an e-mail address'],
    [{ role: '' }, 'role', 'Enter a role'],
    [{ role: 'owner' }, 'role', '“owner” is not a role'],
    [{ organisation: '' }, 'organisation', 'Enter the URN or the name'],
    [{ organisation: '123456' }, 'organisation', 'No organisation here has the URN or the name “123456”'],
    [{ organisation: 'closed school' }, 'organisation', 'no longer takes part'],
    [{ organisation: "St Mary's" }, 'organisation', 'Enter the URN.'],
    [{ organisation: 'Oakfield Primary School', role: 'executive' }, 'organisation', 'Leave this empty'],
    [{ organisation: 'No Trust', role: 'trust lead' }, 'organisation', 'No school here is in a trust'],
    [{ organisation: '', role: 'trust lead' }, 'organisation', 'Enter the name of the trust.'],
    [{ name: 'x'.repeat(201) }, 'name', '200 characters'],
  ] as const)('with %j is not sent: %s', (changes, column, detail) => {
    expect(resolveRow(aRow(changes), places)).toEqual({ placed: null, faults: [{ row: 1, column, detail: expect.stringContaining(detail) }] });
  });

  it('says all that is wrong with it at once', () => {
    expect(resolveRow(aRow({ email: 'x', role: 'viewer', organisation: 'nowhere' }), places).faults.map(({ column }) => column)).toEqual(['email', 'organisation']);
  });
});

describe('an invitation is not sent', () => {
  it('twice in one list, whatever the capitals', () => {
    expect(problemsOf([placed(), placed({ row: 2, email: 'ZOE@School.example' })], [], [])).toMatchObject([{ row: 2, detail: expect.stringContaining('row 1 already') }]);
    expect(problemsOf([placed(), placed({ row: 2, organisationId: 'one' }), placed({ row: 3, email: 'zoe+two@school.example' })], [], [])).toEqual([]);
  });

  it('to somebody who has a role there', () => {
    const held = [{ email: 'Zoe@school.example', role: 'contributor' as const, organisationId: 'oak', trust: null }];
    expect(problemsOf([placed()], held, [])).toMatchObject([{ detail: 'zoe@school.example is here already, as contributor. Change the role of that person instead.' }]);
    expect(problemsOf([placed({ role: 'contributor' })], held, [])).toMatchObject([{ detail: 'zoe@school.example is here already, as contributor.' }]);
    expect(problemsOf([placed({ organisationId: 'one' }), placed({ row: 2, role: 'lead', handover: 'leaves' })], held, [])).toEqual([]);
    expect(problemsOf([placed({ role: 'lead', handover: 'viewer' })], [{ ...held[0]!, role: 'lead' }], [])).toHaveLength(1);
  });

  it('in the partnership only when they have that very role, and for a trust when they lead it', () => {
    const unit = { email: 'zoe@school.example', role: 'business-unit' as const, organisationId: null, trust: null };
    expect(problemsOf([placed({ role: 'business-unit', organisationId: null })], [unit], [])).toHaveLength(1);
    expect(problemsOf([placed({ role: 'scrutineer', organisationId: null })], [unit], [])).toEqual([]);
    const trust = { email: 'zoe@school.example', role: 'trust-lead' as const, organisationId: 'oak', trust: 'Tidewater Academies' };
    expect(problemsOf([placed({ role: 'trust-lead', organisationId: null, trust: 'Tidewater Academies' })], [trust], [])).toHaveLength(1);
    expect(problemsOf([placed()], [trust], [])).toEqual([]);
  });

  it('while one waits', () => {
    expect(problemsOf([placed()], [], [{ email: 'ZOE@school.example', organisationId: 'oak', trust: null }])).toMatchObject([{ detail: expect.stringContaining('invited already') }]);
    expect(problemsOf([placed()], [], [{ email: 'zoe@school.example', organisationId: 'one', trust: null }])).toEqual([]);
  });
});

it('knows an address when it sees one', () => {
  expect(['a@b.uk', 'zoe+dsl@school.example', "o'neil@a-b.sch.uk", 'Ünï@x.example'].map(isAddress)).toEqual([true, true, true, true]);
  expect(['', '@', 'a@b', 'a b@c.uk', 'a@b..uk', 'a@-b.uk', '.a@b.uk', 'a..b@c.uk', 'a@b.uk,c@d.uk', `${'a'.repeat(65)}@b.uk`, 'a@1.2.3.4', '<a@b.uk>'].map(isAddress)).toEqual(Array(12).fill(false));
});

it('knows a role by what people call it', () => {
  expect(['Safeguarding lead', ' DSL ', 'qp-member', 'Trust  lead', 'Headteacher', 'nobody'].map(roleFrom)).toEqual(['lead', 'lead', 'qp-member', 'trust-lead', 'approver', null]);
});
