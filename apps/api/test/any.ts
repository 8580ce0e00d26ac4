/** What the API answers and the database holds, in tests: whatever comes is looked at by what is expected of it. */
export type Any = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- any answer may come
