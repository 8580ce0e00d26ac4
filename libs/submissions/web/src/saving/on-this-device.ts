import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { v7 as uuid } from 'uuid';
import type { DeviceKey, SavedAnswer } from '@attest/shared/client';
import { Session } from '@attest/shared/web';
import type { Place } from '../current-return';
import { IndexedRows } from './indexed-rows';
import type { Line } from './line';
import { SealedDevice } from './sealed-device';
import { Tabs } from './tabs';

/** What happens elsewhere in this browser that concerns the outbox of this page. */
export interface Neighbours {
  saved(place: Place, saved: SavedAnswer): void;
  left(line: Line): Promise<void>;
}

/** Opens this browser's own keeping for whoever is signed in. */
@Injectable({ providedIn: 'root' })
export class OnThisDevice {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);

  /** Whether this browser could keep anything: not in every private window, and never on a page that is not served safely. */
  get possible(): boolean {
    return typeof indexedDB !== 'undefined' && globalThis.crypto?.subtle !== undefined && Tabs.possible;
  }

  /** Whether anything of whoever is signed in waits here. */
  async hasSomething(): Promise<boolean> {
    return this.possible && (await new IndexedRows().of(this.owner)).length > 0;
  }

  /** Fails when the browser refuses or the key cannot be had. Hands over what waits, now and later. */
  async open(neighbours: Neighbours): Promise<{ readonly device: SealedDevice; readonly tabs: Tabs }> {
    const owner = this.owner;
    const [rows, tabs] = [new IndexedRows(), new Tabs(owner)];
    const device = new SealedDevice(rows, await this.key(await rows.deviceId(uuid())), owner, tabs.id);
    const inherit = (tab: string) => tabs.whenGone(tab, () => device.takeOver(tab, (line) => neighbours.left(line)));
    await tabs.appear({ saved: neighbours.saved, another: inherit });
    for (const tab of await device.otherTabs()) inherit(tab);
    // asked quietly: where it is granted, the browser does not clear this away when the disk is full
    void navigator.storage?.persist?.().catch(() => false);
    return { device, tabs };
  }

  private get owner(): string {
    const { person, partnership } = this.session.current()!;
    return `${person.id}|${partnership.id}`;
  }

  private async key(deviceId: string): Promise<CryptoKey> {
    const { key } = await firstValueFrom(this.http.post<DeviceKey>('/api/account/device-keys', { deviceId }));
    const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
    return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  }
}
