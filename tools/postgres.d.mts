export interface Postgres {
  readonly url: string;
  readonly directory: string;
  readonly port: number;
  stop(): Promise<void>;
  /** As a crash would. */
  kill(): Promise<void>;
}
export function startPostgres(options: { readonly folder: string; readonly password: string; readonly flags?: readonly string[]; readonly at?: number }): Promise<Postgres>;
