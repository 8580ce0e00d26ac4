import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id } from '@attest/shared/api';
import { OrganisationView } from '../organisations.dto';
import { Agency } from './agencies.dto';
import { AgenciesService } from './agencies.service';

@ApiTags('Organisations')
@Controller('agencies')
export class AgenciesController {
  constructor(private readonly agencies: AgenciesService) {}

  @Post() @Can('register.edit')
  @ApiOperation({ summary: 'Add an agency to the register', description: 'Schools come from the national register; agencies are entered by hand.' }) @ApiCreatedResponse({ type: OrganisationView })
  addAgency(@Body() agency: Agency) {
    return this.agencies.add(agency);
  }

  @Put(':id') @Can('register.edit')
  @ApiOperation({ summary: 'Put an agency right' }) @ApiOkResponse({ type: OrganisationView })
  editAgency(@Id() id: string, @Body() agency: Agency) {
    return this.agencies.edit(id, agency);
  }

  @Post(':id/end') @Can('register.edit') @HttpCode(200)
  @ApiOperation({ summary: 'End the taking part of an agency, today', description: 'What it returned is kept.' }) @ApiOkResponse({ type: OrganisationView })
  endAgency(@Id() id: string) {
    return this.agencies.end(id);
  }
}
