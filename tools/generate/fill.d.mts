import type { Pool } from 'pg';

export interface GeneratedPartnership { readonly name: string; readonly schools: number; readonly years: number }
export function fill(database: Pool, partnerships: readonly GeneratedPartnership[], say: (line: string) => void): Promise<void>;
