import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Database, Flag, OneOf } from '@attest/shared/api';

const returnViews = ['question', 'section'] as const;

export class PreferencesView {
  @OneOf(returnViews, { description: 'One question a page, or one section.' }) returnView: (typeof returnViews)[number];
  @Flag({ example: false, description: 'Single keys do something where nobody is typing.' }) shortcuts: boolean;
}

const usual: PreferencesView = { returnView: 'question', shortcuts: false };

/** How somebody likes Attest to be, wherever they sign in. */
@ApiTags('Account')
@Controller('account/preferences')
export class PreferencesController {
  constructor(private readonly database: Database) {}

  @Get() @Can('session.own')
  @ApiOperation({ summary: 'How one likes Attest to be' }) @ApiOkResponse({ type: PreferencesView })
  async readPreferences(): Promise<PreferencesView> {
    const row = await this.database.one<{ kept: Partial<PreferencesView> }>('select app.own_preferences() as kept');
    return { ...usual, ...row?.kept };
  }

  @Put() @Can('session.own')
  @ApiOperation({ summary: 'Change how one likes Attest to be' }) @ApiOkResponse({ type: PreferencesView })
  async keepPreferences(@Body() { returnView, shortcuts }: PreferencesView): Promise<PreferencesView> {
    await this.database.query('select app.keep_preferences($1)', [JSON.stringify({ returnView, shortcuts })]);
    return { returnView, shortcuts };
  }
}
