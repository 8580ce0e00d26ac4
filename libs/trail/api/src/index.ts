export { TrailModule } from './trail.module';
