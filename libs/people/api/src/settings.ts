/** Shared by every demonstration account, and worth nothing where there is no demonstration. */
export const DEMONSTRATION_PASSWORD = 'keep-children-safer';

/** How the trail calls a sign-in. */
export const SIGNING_IN = { action: 'session.start', route: 'POST /session' } as const;
