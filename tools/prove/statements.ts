import { randomUUID } from 'node:crypto';

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Its primary key; where there is none, whatever tells its rows apart. */
  readonly key: readonly string[];
  readonly keyed: boolean;
  readonly ofOrganisation: boolean;
  readonly granted: Readonly<Record<'select' | 'insert' | 'update' | 'delete', boolean>>;
  /** Columns that may be written to and say nothing of whose a row is, or how far it has come. */
  readonly changeable: readonly string[];
}
export interface TriedRow { readonly json: Readonly<Record<string, unknown>>; readonly partnershipIds: readonly string[]; readonly shown: string }
export type Command = 'select' | 'insert' | 'insert returning' | 'update' | 'upsert' | 'delete' | 'move to another partnership' | 'move to another organisation';

/** One statement for each thing that can be done to a row, from the columns the table has. */
export function statementsOf(table: Table, { json }: TriedRow): { readonly command: Command; readonly sql: string }[] {
  const { name, columns, key, changeable } = table;
  const here = `where ${key.map((column) => `${column} = ${literal(json[column])}`).join(' and ')}`;
  const column = changeable[0] ?? columns.find((one) => !key.includes(one)) ?? columns[0]!;
  const list = columns.join(', ');
  const insert = (row: object) => `insert into app.${name} (${list}) select ${list} from jsonb_populate_record(null::app.${name}, ${literal(JSON.stringify(row))}::jsonb)`;
  const another = columns.includes('id') ? { ...json, id: randomUUID() } : json;
  return [
    { command: 'select', sql: `select from app.${name} ${here}` },
    { command: 'insert', sql: insert(another) },
    { command: 'insert returning', sql: `${insert(columns.includes('id') ? { ...json, id: randomUUID() } : json)} returning *` },
    { command: 'update', sql: `update app.${name} set ${column} = ${column} ${here}` },
    ...(table.keyed ? [{ command: 'upsert' as const, sql: `${insert(json)} on conflict (${key.join(', ')}) do update set ${column} = excluded.${column}` }] : []),
    { command: 'delete', sql: `delete from app.${name} ${here}` },
    ...(columns.includes('partnership_id') ? [{ command: 'move to another partnership' as const, sql: `update app.${name} set partnership_id = ${literal(randomUUID())} ${here}` }] : []),
    ...(table.ofOrganisation ? [{ command: 'move to another organisation' as const, sql: `update app.${name} set organisation_id = ${literal(randomUUID())} ${here}` }] : []),
  ];
}

const literal = (value: unknown) => `'${String(value).replaceAll("'", "''")}'`;
