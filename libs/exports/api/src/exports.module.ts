import { Module } from '@nestjs/common';
import { InsightModule } from '@attest/insight/api';
import { ExportsController } from './exports.controller';
import { ExportsService } from './exports.service';

@Module({ imports: [InsightModule], controllers: [ExportsController], providers: [ExportsService] })
export class ExportsModule {}
