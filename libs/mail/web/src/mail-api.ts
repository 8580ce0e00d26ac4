import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { chosen, steady } from '@attest/shared/web';
import type { DeliveryList, OutboxLetter, OutboxMessage, WelcomeView } from '@attest/shared/client';

/** What this feature asks of the API. */
@Injectable({ providedIn: 'root' })
export class MailApi {
  private readonly http = inject(HttpClient);

  welcome() {
    return httpResource<WelcomeView>(() => '/api/welcome');
  }

  outbox() {
    return steady(httpResource<OutboxMessage[]>(() => '/api/outbox'));
  }

  letter(id: Signal<string>) {
    return httpResource<OutboxLetter>(() => `/api/outbox/${id()}`);
  }

  deliveries(page: Signal<string | undefined>) {
    return steady(httpResource<DeliveryList>(() => ({ url: '/api/mail', params: chosen({ page: page() }) })));
  }

  sendAgain(id: string): Promise<unknown> {
    return firstValueFrom(this.http.post(`/api/mail/${id}/send-again`, null));
  }
}
