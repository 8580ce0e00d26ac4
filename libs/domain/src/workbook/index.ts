export { columnName } from './cells';
export type { Cell, Sheet, WorkbookProblem } from './cells';
export { layout, nameOf, notRead } from './layout';
export type { SheetName } from './layout';
export { readSheets } from './read';
export type { ReadWorkbook } from './read';
export { limits } from './records';
export { sheetsOf } from './write';
