import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ExportsModule } from '@attest/exports/api';
import { InsightModule } from '@attest/insight/api';
import { PeopleModule } from '@attest/people/api';
import { RoundsModule } from '@attest/rounds/api';
import { SECRET_BOX_KEY, SESSION_SETTINGS, SIGNING_KEY, SharedApiModule, type SessionSettings } from '@attest/shared/api';
import { TemplatesModule } from '@attest/templates/api';
import { SubmissionsModule } from '@attest/submissions/api';
import { applicationConnection } from './data-source';
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
        PeopleModule,
        TemplatesModule,
        RoundsModule,
        SubmissionsModule,
        InsightModule,
        ExportsModule,
        SeedModule,
      ],
      controllers: [HealthController],
    };
  }
}

/** What the environment gives that more than one feature needs. */
@Module({})
class SettingsModule {
  static with({ signingKey, secretBoxKey, demo, publicUrl }: Environment): DynamicModule {
    const session: SessionSettings = { demo, secureCookies: publicUrl?.protocol === 'https:' };
    return {
      module: SettingsModule,
      global: true,
      providers: [
        { provide: SIGNING_KEY, useValue: signingKey },
        { provide: SECRET_BOX_KEY, useValue: secretBoxKey },
        { provide: SESSION_SETTINGS, useValue: session },
      ],
      exports: [SIGNING_KEY, SECRET_BOX_KEY, SESSION_SETTINGS],
    };
  }
}
