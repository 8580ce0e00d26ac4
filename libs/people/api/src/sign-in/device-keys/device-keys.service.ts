import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, JobHandler, Jobs, SecretBox, type JobIds, type SignedInCaller } from '@attest/shared/api';
import type { DeviceKey } from './device-keys.dto';

const DAYS = 30;
const BYTES = 32;

interface KeyRow { readonly key: Buffer; readonly made_at: Date }

/** A device keeps sentences, the key to them is here: a stolen laptop has neither, and destroying the key destroys the sentences. */
@Injectable()
export class DeviceKeysService {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async use({ personId }: SignedInCaller, deviceId: string): Promise<DeviceKey> {
    const [now, about] = [this.clock.now(), `${personId}|${deviceId}`];
    const fresh = this.box.seal(randomBytes(BYTES), about);
    const row = (await this.database.one<KeyRow>('select * from app.use_device_key($1, $2, $3, make_interval(days => $4))', [deviceId, fresh, now, DAYS]))!;
    if (row.key.equals(fresh)) await this.jobs.send('device-key-expiry', { person: personId, device: deviceId }, { startAfter: daysAfter(now) });
    return { key: this.box.open(row.key, about).toString('base64'), madeAt: row.made_at.toISOString() };
  }

  /** Looks again thirty days after it was last used, for as long as it is. */
  @JobHandler('device-key-expiry')
  async expire({ person, device }: JobIds): Promise<void> {
    await this.database.unattended(async () => {
      const { again } = (await this.database.one<{ again: Date | null }>('select app.expire_device_key($1, $2, $3, make_interval(days => $4)) as again', [person, device, this.clock.now(), DAYS]))!;
      if (again) await this.jobs.send('device-key-expiry', { person: person!, device: device! }, { startAfter: again });
    });
  }
}

const daysAfter = (date: Date) => new Date(date.getTime() + DAYS * 86_400_000);
