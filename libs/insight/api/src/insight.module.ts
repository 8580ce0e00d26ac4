import { Module } from '@nestjs/common';
import { SubmissionsModule } from '@attest/submissions/api';
import { TemplatesModule } from '@attest/templates/api';
import { FindingsController } from './findings/findings.controller';
import { FindingsService } from './findings/findings.service';
import { InsightController } from './insight.controller';
import { InsightService } from './insight.service';
import { QuestionHeatmapService } from './heatmap/question-heatmap.service';
import { QuestionEvidenceService } from './question-evidence.service';
import { JointFiguresController } from './joint/joint-figures.controller';
import { JointFiguresQueries } from './joint/joint-figures.queries';
import { JointFiguresService } from './joint/joint-figures.service';
import { PositionsController } from './positions/positions.controller';
import { PositionsService } from './positions/positions.service';
import { ReleaseController } from './release/release.controller';
import { ReleaseService } from './release/release.service';
import { RoundReader } from './round-reader';
import { RoundLots } from './round-lots';
import { RoundStream } from './round-stream';
import { SideBySideController } from './side-by-side/side-by-side.controller';
import { SideBySideService } from './side-by-side/side-by-side.service';
import { ThemesController } from './themes/themes.controller';
import { ThemesService } from './themes/themes.service';
import { TrendController } from './trend/trend.controller';
import { TrendReader } from './trend/trend-reader';
import { TrendService } from './trend/trend.service';

@Module({
  imports: [SubmissionsModule, TemplatesModule],
  controllers: [
    FindingsController,
    ThemesController,
    ReleaseController,
    InsightController,
    TrendController,
    PositionsController,
    SideBySideController,
    JointFiguresController,
  ],
  providers: [
    InsightService,
    QuestionHeatmapService,
    QuestionEvidenceService,
    ReleaseService,
    RoundReader,
    RoundLots,
    RoundStream,
    TrendReader,
    TrendService,
    FindingsService,
    ThemesService,
    PositionsService,
    SideBySideService,
    JointFiguresService,
    JointFiguresQueries,
  ],
  exports: [InsightService, RoundStream, ReleaseService, FindingsService, ThemesService, TrendService],
})
export class InsightModule {}
