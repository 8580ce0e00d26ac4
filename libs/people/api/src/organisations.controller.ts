import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id } from '@attest/shared/api';
import { AreaView, OrganisationFilters, OrganisationList, OrganisationView } from './organisations.dto';
import { OrganisationsService } from './organisations.service';

@ApiTags('Organisations')
@Controller()
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get('areas') @Can('organisation.read')
  @ApiOperation({ summary: 'The areas of the partnership' }) @ApiOkResponse({ type: [AreaView] })
  listAreas() {
    return this.organisations.areas();
  }

  @Get('organisations') @Can('organisation.read')
  @ApiOperation({ summary: 'The register: schools and agencies that take part' }) @ApiOkResponse({ type: OrganisationList })
  listOrganisations(@Query() filters: OrganisationFilters) {
    return this.organisations.list(filters);
  }

  @Get('organisations/:id') @Can('organisation.read')
  @ApiOperation({ summary: 'One organisation' }) @ApiOkResponse({ type: OrganisationView })
  readOrganisation(@Id() id: string) {
    return this.organisations.read(id);
  }
}
