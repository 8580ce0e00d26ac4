import { Module, type OnModuleInit } from '@nestjs/common';
import { Foundations } from '@attest/people/api';
import { TemplatesController } from './templates.controller';
import { TemplatesQueries } from './templates.queries';
import { TemplatesService } from './templates.service';

@Module({ controllers: [TemplatesController], providers: [TemplatesService, TemplatesQueries], exports: [TemplatesService] })
export class TemplatesModule implements OnModuleInit {
  constructor(
    private readonly foundations: Foundations,
    private readonly templates: TemplatesService,
  ) {}

  /** A new partnership has the library's questionnaires from its first day. */
  onModuleInit(): void {
    this.foundations.add(() => this.templates.publishLibrary());
  }
}
