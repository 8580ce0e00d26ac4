export { TemplatesModule } from './templates.module';
export { TemplatesService, type TemplateVersion } from './templates.service';
export { DraftsService } from './drafts/drafts.service';
export { libraryTemplates } from './library';
