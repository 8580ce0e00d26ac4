import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id } from '@attest/shared/api';
import { ConfirmedList, LeaderlessOrganisation, NewRole, OrganisationPeople, OwnMembership, PeopleFilters, PeopleList } from './memberships.dto';
import { MembershipsService } from './memberships.service';
import { OrganisationPeopleService } from './organisation-people.service';

@ApiTags('People')
@Controller()
export class MembershipsController {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly people: OrganisationPeopleService,
  ) {}

  @Get('people') @Can('people.list')
  @ApiOperation({ summary: 'Everybody with a role in the partnership or in one of its organisations' }) @ApiOkResponse({ type: PeopleList })
  listPeople(@Query() filters: PeopleFilters) {
    return this.memberships.list(filters);
  }

  @Get('people/without-lead') @Can('people.list')
  @ApiOperation({ summary: 'Organisations that have nobody who answers for them' }) @ApiOkResponse({ type: [LeaderlessOrganisation] })
  listLeaderless() {
    return this.memberships.leaderless();
  }

  @Get('people/trusts') @Can('people.list')
  @ApiOperation({ summary: 'The trusts of the schools that take part, by name' }) @ApiOkResponse({ type: [String] })
  listTrusts() {
    return this.memberships.trusts();
  }

  @Get('organisations/:id/people') @Can('people.manage')
  @ApiOperation({ summary: 'Who can see an organisation: since when, in which role, invited by whom' }) @ApiOkResponse({ type: OrganisationPeople })
  readPeople(@Id() id: string) {
    return this.people.read(id);
  }

  @Post('organisations/:id/reviews') @Can('people.manage')
  @ApiOperation({ summary: 'Confirm that the list of who can see an organisation is right' }) @ApiCreatedResponse({ type: OrganisationPeople })
  confirmPeople(@Id() id: string, @Body() seen: ConfirmedList) {
    return this.people.confirm(id, seen);
  }

  @Put('memberships/:id') @Can('people.manage') @HttpCode(204)
  @ApiOperation({ summary: 'Give somebody another role in the same place' }) @ApiNoContentResponse({ description: 'Changed, from their next request on' })
  changeRole(@Id() id: string, @Body() { role }: NewRole) {
    return this.memberships.changeRole(id, role);
  }

  @Delete('memberships/:id') @Can('people.manage') @HttpCode(204)
  @ApiOperation({ summary: 'Remove somebody' }) @ApiNoContentResponse({ description: 'Removed, from their next request on' })
  remove(@Id() id: string) {
    return this.memberships.end(id);
  }

  @Get('account/memberships') @Can('session.own')
  @ApiOperation({ summary: 'Where the person who is signed in has a role' }) @ApiOkResponse({ type: [OwnMembership] })
  listOwn() {
    return this.memberships.own();
  }

  @Delete('account/memberships/:id') @Can('session.own') @HttpCode(204)
  @ApiOperation({ summary: 'Leave' }) @ApiNoContentResponse({ description: 'Left, from the next request on' })
  leave(@Id() id: string) {
    return this.memberships.leave(id);
  }
}
