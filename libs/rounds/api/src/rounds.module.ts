import { Module } from '@nestjs/common';
import { TemplatesModule } from '@attest/templates/api';
import { AudienceQueries } from './audience.queries';
import { JointController } from './joint/joint.controller';
import { JointQueries } from './joint/joint.queries';
import { JointService } from './joint/joint.service';
import { RoundsController } from './rounds.controller';
import { RoundsQueries } from './rounds.queries';
import { RoundsService } from './rounds.service';

@Module({
  imports: [TemplatesModule],
  controllers: [RoundsController, JointController],
  providers: [RoundsService, RoundsQueries, AudienceQueries, JointService, JointQueries],
  exports: [RoundsService],
})
export class RoundsModule {}
