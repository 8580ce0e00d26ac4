import { Module } from '@nestjs/common';
import { TrailController } from './trail.controller';
import { TrailQueries } from './trail.queries';
import { TrailService } from './trail.service';

@Module({ controllers: [TrailController], providers: [TrailQueries, TrailService] })
export class TrailModule {}
