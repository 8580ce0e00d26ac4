import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can, FromCaller, type SignedInCaller } from '@attest/shared/api';
import { DeviceKey, DeviceName } from './device-keys.dto';
import { DeviceKeysService } from './device-keys.service';

@ApiTags('Account')
@Controller('account/device-keys')
export class DeviceKeysController {
  constructor(private readonly keys: DeviceKeysService) {}

  @Post() @Can('session.own') @HttpCode(200)
  @ApiOperation({ summary: 'The key under which what one types waits on this device', description: 'One for each person and device, made at the first time of asking. Thirty days after it was last asked for it is destroyed, and what waits under it with it.' })
  @ApiOkResponse({ type: DeviceKey })
  useDeviceKey(@FromCaller() caller: SignedInCaller, @Body() { deviceId }: DeviceName) {
    return this.keys.use(caller, deviceId);
  }
}
