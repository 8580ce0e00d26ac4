import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { CallerGuard } from './caller.guard';
import { Clock } from './clock';
import { ContextSigner } from './context-signer';
import { Database } from './database';
import { Papers } from './documents/papers';
import { KeptPieces } from './files/kept-pieces';
import { Jobs } from './jobs/jobs';
import { GuestDoor } from './guest-door';
import { KnownBrowsers } from './limits/known-browsers';
import { LimitGuard } from './limits/limited';
import { Limiter } from './limits/limiter';
import { Mail } from './mail/mail';
import { MailDelivery } from './mail/mail-delivery';
import { mailTransport } from './mail/mail-transports';
import { SiteAddress } from './mail/site-address';
import { ProblemFilter } from './problem.filter';
import { RefusalTrail } from './refusal-trail';
import { SecretBox } from './secret-box';
import { SignInTrail } from './sign-in-trail';
import { TransactionInterceptor } from './transaction.interceptor';
import { validation } from './validation';

/** What every feature stands on: one guard, one transaction, one way to refuse. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    Clock, ContextSigner, Database, GuestDoor, Jobs, KnownBrowsers, Limiter, Mail, MailDelivery, Papers, KeptPieces, RefusalTrail, SecretBox, SignInTrail, SiteAddress, mailTransport,
    { provide: APP_GUARD, useClass: CallerGuard },
    { provide: APP_GUARD, useClass: LimitGuard },
    { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useFactory: validation },
  ],
  exports: [Clock, ContextSigner, Database, Jobs, KnownBrowsers, Limiter, Mail, Papers, KeptPieces, SecretBox, SignInTrail, SiteAddress],
})
export class SharedApiModule {}
