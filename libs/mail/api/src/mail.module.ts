import { Module } from '@nestjs/common';
import { DeliveriesController } from './deliveries.controller';
import { DeliveriesService } from './deliveries.service';
import { NotifyController } from './notify.controller';
import { NotifyService } from './notify.service';
import { OutboxController } from './outbox.controller';
import { OutboxService } from './outbox.service';

/** What became of the messages that the platform sent. They are sent by `Mail`, in shared/api. */
@Module({ controllers: [OutboxController, DeliveriesController, NotifyController], providers: [OutboxService, DeliveriesService, NotifyService] })
export class MailModule {}
