import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActionsModule } from '@attest/actions/api';
import { ExportsModule } from '@attest/exports/api';
import { InsightModule } from '@attest/insight/api';
import { MailModule } from '@attest/mail/api';
import { PeopleModule, SIGN_IN_SETTINGS, type SignInSettings } from '@attest/people/api';
import { RecordsModule } from '@attest/records/api';
import { RoundsModule } from '@attest/rounds/api';
import { JOB_SETTINGS, MAIL_SETTINGS, SECRET_BOX_KEY, SESSION_SETTINGS, SIGNING_KEY, SITE_ADDRESS, SharedApiModule, type JobSettings, type SessionSettings } from '@attest/shared/api';
import { TemplatesModule } from '@attest/templates/api';
import { SCANNER_SETTINGS, SubmissionsModule } from '@attest/submissions/api';
import { TrailModule } from '@attest/trail/api';
import { LettingGo } from './connections';
import { applicationConnection, applicationUrl } from './data-source';
import type { Environment } from './environment';
import { HealthController } from './health.controller';
import { SeedModule } from './seed/seed.module';

@Module({})
export class AppModule {
  static with(environment: Environment): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot({ ...applicationConnection(environment), autoLoadEntities: true, retryAttempts: 0 }),
        SettingsModule.with(environment),
        SharedApiModule,
        MailModule,
        PeopleModule,
        TemplatesModule,
        RoundsModule,
        SubmissionsModule,
        ActionsModule,
        InsightModule,
        ExportsModule,
        TrailModule,
        RecordsModule,
        SeedModule,
      ],
      controllers: [HealthController],
      providers: [LettingGo],
    };
  }
}

/** What the environment gives that more than one feature needs. */
@Module({})
class SettingsModule {
  static with(environment: Environment): DynamicModule {
    const { signingKey, secretBoxKey, demo, publicUrl, port, role, mail } = environment;
    const session: SessionSettings = { demo, secureCookies: publicUrl?.protocol === 'https:' };
    const jobs: JobSettings = { connectionString: applicationUrl(environment), works: role !== 'api', waiting: mail.by === 'nothing' ? ['mail'] : [] };
    const providers = [
      { provide: SIGNING_KEY, useValue: signingKey },
      { provide: SECRET_BOX_KEY, useValue: secretBoxKey },
      { provide: SESSION_SETTINGS, useValue: session },
      { provide: JOB_SETTINGS, useValue: jobs },
      { provide: MAIL_SETTINGS, useValue: mail },
      { provide: SCANNER_SETTINGS, useValue: environment.scanner },
      { provide: SIGN_IN_SETTINGS, useValue: { publicUrl, providers: environment.providers } satisfies SignInSettings },
      { provide: SITE_ADDRESS, useValue: publicUrl ?? new URL(`http://localhost:${port}`) },
    ];
    return { module: SettingsModule, global: true, providers, exports: providers.map(({ provide }) => provide) };
  }
}
