export { TemplatesModule } from './templates.module';
export { TemplatesService, type TemplateVersion } from './templates.service';
export { libraryTemplates } from './library';
