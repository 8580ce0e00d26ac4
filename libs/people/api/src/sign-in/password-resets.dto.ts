import { Email, Text } from '@attest/shared/api';

export class AskedReset {
  @Email() email: string;
}

export class ResetLink {
  @Text({ min: 1, max: 100, example: 'Zm9yIHRoZSBleGFtcGxlIG9ubHk', description: 'From the link in the message.' }) token: string;
}

export class ResetView {
  @Email() email: string;
}

export class NewPassword extends ResetLink {
  @Text({ min: 1, max: 128, example: 'three quiet herons by the weir' }) password: string;
}
