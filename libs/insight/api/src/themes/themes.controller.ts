import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, Id, Traced } from '@attest/shared/api';
import { AnswerThemes, ChangedTheme, MarkedPractice, NewTheme, PracticeExample, PracticeView, QuestionMarks, ThemeView } from './themes.dto';
import { ThemesService } from './themes.service';

@ApiTags('Themes and good practice')
@Controller()
export class ThemesController {
  constructor(private readonly themes: ThemesService) {}

  @Get('themes') @Can('insight.words')
  @ApiOperation({ summary: 'Themes of the partnership, and how many answers have each' }) @ApiOkResponse({ type: [ThemeView] })
  listThemes() {
    return this.themes.themes();
  }

  @Post('themes') @Can('insight.write')
  @ApiOperation({ summary: 'Add a theme' }) @ApiCreatedResponse({ type: ThemeView })
  addTheme(@Body() theme: NewTheme) {
    return this.themes.add(theme);
  }

  @Put('themes/:id') @Can('insight.write')
  @ApiOperation({ summary: 'Rename a theme, retire it or take it up again' }) @ApiOkResponse({ type: ThemeView })
  changeTheme(@Id() id: string, @Body() theme: ChangedTheme) {
    return this.themes.change(id, theme);
  }

  @Get('rounds/:id/questions/:questionId/marks') @Can('insight.words')
  @ApiOperation({ summary: 'Themes of the answers to a question, and which of them are good practice' }) @ApiOkResponse({ type: QuestionMarks })
  readMarks(@Id() id: string, @Id('questionId') questionId: string) {
    return this.themes.marks(id, questionId);
  }

  @Put('submissions/:id/answers/:questionId/themes') @Can('insight.write') @HttpCode(204)
  @ApiOperation({ summary: 'Say which themes an answer has' }) @ApiNoContentResponse()
  giveThemes(@Id() id: string, @Id('questionId') questionId: string, @Body() themes: AnswerThemes) {
    return this.themes.giveThemes(id, questionId, themes);
  }

  @Put('submissions/:id/answers/:questionId/good-practice') @Can('insight.write') @HttpCode(204)
  @ApiOperation({ summary: 'Mark an answer as good practice, and say why' }) @ApiNoContentResponse()
  markPractice(@Id() id: string, @Id('questionId') questionId: string, @Body() practice: MarkedPractice) {
    return this.themes.markPractice(id, questionId, practice);
  }

  @Delete('submissions/:id/answers/:questionId/good-practice') @Can('insight.write') @HttpCode(204)
  @ApiOperation({ summary: 'Take the mark of good practice away' }) @ApiNoContentResponse()
  unmarkPractice(@Id() id: string, @Id('questionId') questionId: string) {
    return this.themes.unmarkPractice(id, questionId);
  }

  @Get('submissions/:id/good-practice') @Can('submission.read')
  @ApiOperation({ summary: 'What good looks like', description: 'Good practice of the round of a return that was handed in, as it was written for those who took part.' }) @ApiOkResponse({ type: [PracticeExample] })
  listPracticeExamples(@Id() id: string) {
    return this.themes.examples(id);
  }

  @Get('good-practice') @Can('insight.words') @Traced()
  @ApiOperation({ summary: 'The good-practice bank: answers that others could learn from' }) @ApiOkResponse({ type: [PracticeView] })
  listPractices() {
    return this.themes.practices();
  }
}
