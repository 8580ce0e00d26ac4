export { problemsOf, type Held, type Placed, type Waiting } from './problems';
export { pastedRows } from './pasted';
export { rowsOfTable, tableColumns } from './table';
export { resolveRow, type KnownPlaces } from './resolve';
export { roleFrom } from './role-from';
export { isAddress, sameAddress } from './address';
export type { RawRow, RowFault } from './row';
