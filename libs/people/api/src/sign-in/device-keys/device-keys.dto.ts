import { Instant, Text, Uuid } from '@attest/shared/api';

export class DeviceName {
  @Uuid({ description: 'Made by the browser once, and kept in it.' }) deviceId: string;
}

export class DeviceKey {
  @Text({ example: 'c2l4dGVlbiBieXRlcywgc2l4dGVlbiBieXRlcw==', description: '256 bits in base 64, to be kept in memory only.' }) key: string;
  @Instant({ description: 'What was put away before that cannot be read any more.' }) madeAt: string;
}
