import { Module, type DynamicModule } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { OrganisationsController } from './organisations.controller';
import { OrganisationsQueries } from './organisations.queries';
import { OrganisationsService } from './organisations.service';
import { RegisterImportsController } from './register-imports.controller';
import { RegisterImportsService } from './register-imports.service';
import { RegisterQueries } from './register.queries';
import { RegisterService } from './register.service';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { PEOPLE_SETTINGS, type PeopleSettings } from './settings';
import { PasswordStrategy } from './sign-in';

@Module({})
export class PeopleModule {
  static with(settings: PeopleSettings): DynamicModule {
    return {
      module: PeopleModule,
      global: true,
      imports: [PassportModule],
      controllers: [SessionController, OrganisationsController, RegisterImportsController],
      providers: [
        SessionService, PasswordStrategy, OrganisationsService, OrganisationsQueries, RegisterImportsService, RegisterService, RegisterQueries,
        { provide: PEOPLE_SETTINGS, useValue: settings },
      ],
      exports: [OrganisationsService],
    };
  }
}
