export { TemplatesModule } from './templates.module';
export { TemplatesService, type TemplateVersion } from './templates.service';
export { DraftsService } from './drafts/drafts.service';
export { TakingOver } from './taking-over.service';
export { libraryTemplates } from './library';
export { formPaper } from './papers/form-paper';
export { cited, levelLine, questionAsked } from './papers/question-blocks';
export { EditionView } from './drafts/drafts.dto';
