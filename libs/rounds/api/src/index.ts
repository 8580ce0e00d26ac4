export { RoundsModule } from './rounds.module';
export { RoundsService } from './rounds.service';
