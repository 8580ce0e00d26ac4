import { Global, Module } from '@nestjs/common';
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
import { PasswordStrategy } from './sign-in';

@Global()
@Module({
  imports: [PassportModule],
  controllers: [SessionController, OrganisationsController, RegisterImportsController],
  providers: [SessionService, PasswordStrategy, OrganisationsService, OrganisationsQueries, RegisterImportsService, RegisterService, RegisterQueries],
  exports: [OrganisationsService],
})
export class PeopleModule {}
