import { Module, type DynamicModule } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { PEOPLE_SETTINGS, type PeopleSettings } from './settings';
import { PasswordStrategy } from './sign-in';

@Module({})
export class PeopleModule {
  static with(settings: PeopleSettings): DynamicModule {
    return {
      module: PeopleModule,
      imports: [PassportModule],
      controllers: [SessionController],
      providers: [SessionService, PasswordStrategy, { provide: PEOPLE_SETTINGS, useValue: settings }],
    };
  }
}
