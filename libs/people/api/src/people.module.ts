import { Global, Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { OrganisationsController } from './organisations.controller';
import { OrganisationsQueries } from './organisations.queries';
import { OrganisationsService } from './organisations.service';
import { RegisterImportsController } from './register-imports.controller';
import { RegisterImportsService } from './register-imports.service';
import { RegisterQueries } from './register.queries';
import { RegisterService } from './register.service';
import { AccountController } from './sign-in/account.controller';
import { AccountService } from './sign-in/account.service';
import { LostFactorController } from './sign-in/lost-factor.controller';
import { LostFactorService } from './sign-in/lost-factor.service';
import { PasswordResetsController } from './sign-in/password-resets.controller';
import { PasswordResetsService } from './sign-in/password-resets.service';
import { PasswordStrategy } from './sign-in/password.strategy';
import { SecondFactorController } from './sign-in/second-factor.controller';
import { SecondFactorService } from './sign-in/second-factor.service';
import { SessionController } from './sign-in/session.controller';
import { SessionService } from './sign-in/session.service';

@Global()
@Module({
  imports: [PassportModule],
  controllers: [SessionController, SecondFactorController, AccountController, PasswordResetsController, LostFactorController, OrganisationsController, RegisterImportsController],
  providers: [SessionService, SecondFactorService, AccountService, PasswordResetsService, LostFactorService, PasswordStrategy, OrganisationsService, OrganisationsQueries, RegisterImportsService, RegisterService, RegisterQueries],
  exports: [OrganisationsService, SessionService],
})
export class PeopleModule {}
