export { exportsRoutes, loadTokensPage, loadWordTemplatePage } from './exports-routes';
