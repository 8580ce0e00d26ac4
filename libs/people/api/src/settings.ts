/** Shared by every demonstration account, and worth nothing where there is no demonstration. */
export const DEMONSTRATION_PASSWORD = 'keep-children-safer';

/** How the trail calls a sign-in. */
export const SIGNING_IN = { action: 'session.start', route: 'POST /session' } as const;
export const PASSKEY_ROUTE = 'POST /session/passkey';

export const SIGN_IN_SETTINGS = Symbol('what the environment says of passkeys and providers');

export interface SignInSettings {
  /** The address people type; null when nobody said, and only this machine is served. */
  readonly publicUrl: URL | null;
  readonly providers: readonly Provider[];
}

/** Somebody else's OpenID provider, by which people may sign in. */
export interface Provider {
  /** Stands in addresses, and stays. */
  readonly key: string;
  /** On the button. */
  readonly name: string;
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: string;
  /** Whether it asks everybody for a second factor, nobody, or says of each person whether it did (`amr`, RFC 8176). */
  readonly secondFactor: boolean | 'amr';
  /** Entra ID: the one directory that may let people in. */
  readonly tenant: string | null;
}
