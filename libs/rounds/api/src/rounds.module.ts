import { Module } from '@nestjs/common';
import { TemplatesModule } from '@attest/templates/api';
import { AudienceQueries } from './audience.queries';
import { RoundsController } from './rounds.controller';
import { RoundsQueries } from './rounds.queries';
import { RoundsService } from './rounds.service';

@Module({
  imports: [TemplatesModule],
  controllers: [RoundsController],
  providers: [RoundsService, RoundsQueries, AudienceQueries],
  exports: [RoundsService],
})
export class RoundsModule {}
