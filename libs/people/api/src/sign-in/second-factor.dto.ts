import { One, Text, Texts } from '@attest/shared/api';
import { SessionView } from './session.dto';

export class SecondFactor {
  @Text({ min: 6, max: 40, example: '492039', description: 'Six digits of the authenticator app, or one of the recovery codes.' }) code: string;
}

export class AuthenticatorOffer {
  @Text({ example: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', description: 'For whoever types it in.' }) secret: string;
  @Text({ example: 'otpauth://totp/Attest:dsl%40school.example?secret=…', description: 'To be drawn as a QR code, or opened by an app on the same device.' }) uri: string;
}

export class AuthenticatorCode {
  @Text({ min: 6, max: 10, example: '492039' }) code: string;
}

export class RecoveryCodes {
  @Texts({ example: ['k3xw9p-7m2qht-n8rj5d-v4zc6b'], description: 'Each works once, in place of the app. They are not shown again.' }) recoveryCodes: string[];
}

export class AuthenticatorConfirmed extends RecoveryCodes {
  @One(() => SessionView) session: SessionView;
}

export class Proof {
  @Text({ min: 1, max: 128, example: 'three quiet herons by the weir' }) password: string;
  @Text({ max: 40, optional: true, example: '492039', description: 'Of the authenticator app, by whoever has one.' }) code?: string;
}
