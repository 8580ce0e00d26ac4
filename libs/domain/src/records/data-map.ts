import type { DataMapEntry } from './data-map-entry';
import { evidence } from './data-map-evidence';
import { keeping } from './data-map-keeping';
import { people } from './data-map-people';
import { sharing } from './data-map-sharing';
import { taken } from './data-map-taken';
import { traces } from './data-map-traces';
import { asked } from './data-map-work';

/** Every table of the database, by its name there. The record of processing of UK GDPR, article 30, as a partnership can copy it. */
export const dataMap: Readonly<Record<string, DataMapEntry>> = { ...people, ...asked, ...evidence, ...sharing, ...traces, ...taken, ...keeping };

/** The tables whose rows are in a partnership's export, with the meaning of each column. */
export const exportedTables: readonly { readonly table: string; readonly name: string; readonly columns: Readonly<Record<string, string>> }[] =
  Object.entries(dataMap).flatMap(([table, { name, exported }]) => ('columns' in exported ? [{ table, name, columns: exported.columns }] : []));
