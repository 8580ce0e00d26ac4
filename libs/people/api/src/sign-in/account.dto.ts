import { Email, Flag, Instant, Many, OneOf, Text, Uuid, Whole } from '@attest/shared/api';
import { PasskeyView } from './passkeys/passkeys.dto';
import { IdentityView } from './providers/providers.dto';

export class OpenSession {
  @Uuid() id: string;
  @OneOf(['password', 'passkey', 'provider']) way: 'password' | 'passkey' | 'provider';
  @Text({ example: 'Firefox on Windows' }) browser: string;
  @Text({ example: 'Northbank and Seaholm Safeguarding Children Partnership' }) partnership: string;
  @Instant() startedAt: string;
  @Instant() seenAt: string;
  @Flag({ description: 'The one that asks.' }) current: boolean;
}

export class AccountView {
  @Text({ example: 'Priya Shah' }) name: string;
  @Email() email: string;
  @Flag({ description: 'Demonstration accounts need no second factor, and share one password that cannot be changed.' }) demonstration: boolean;
  @Flag() hasPassword: boolean;
  @Instant({ nullable: true, description: 'When the authenticator app was set up; null when there is none.' }) authenticatorSince: string | null;
  @Many(() => PasskeyView) passkeys: PasskeyView[];
  @Many(() => IdentityView, { description: 'Accounts at providers.' }) identities: IdentityView[];
  @Whole({ example: 9, description: 'Recovery codes not used yet.' }) recoveryCodes: number;
  @Many(() => OpenSession) sessions: OpenSession[];
}

export class Rename {
  @Text({ min: 1, max: 200, example: 'Priya Shah' }) name: string;
}

export class PasswordChange {
  @Text({ min: 1, max: 128, example: 'keep-children-safer' }) current: string;
  @Text({ min: 1, max: 128, example: 'three quiet herons by the weir' }) password: string;
}

export class EndedSessions {
  @Whole({ example: 2 }) ended: number;
}
