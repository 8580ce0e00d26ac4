import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject, linkedSignal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { PreferencesView } from '@attest/shared/client';
import { Session } from './session';

const ADDRESS = '/api/account/preferences';
const usual: PreferencesView = { returnView: 'question', shortcuts: false };

/** How somebody likes Attest to be, wherever they sign in. Until it is known, and where it cannot be, as usual. */
@Injectable({ providedIn: 'root' })
export class Preferences {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);

  /** Of whoever it is: the session itself is read more often. */
  private readonly person = computed(() => this.session.current()?.person.id);
  private readonly reading = httpResource<PreferencesView>(() => (this.person() ? ADDRESS : undefined));
  readonly view = linkedSignal<PreferencesView>(() => (this.reading.hasValue() ? this.reading.value() : usual));

  /** Holds on this page at once, whether or not it can be kept. */
  async change(part: Partial<PreferencesView>): Promise<void> {
    this.view.update((view) => ({ ...view, ...part }));
    await firstValueFrom(this.http.put<PreferencesView>(ADDRESS, this.view())).catch(() => null);
  }
}
