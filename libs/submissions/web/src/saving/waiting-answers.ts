import { Injector, inject } from '@angular/core';
import { AnswerSaver } from './answer-saver';
import { OnThisDevice } from './on-this-device';

/** On whichever page somebody arrives: what this device still has of theirs is sent. */
export async function sendWhatWaits(): Promise<void> {
  const [injector, device] = [inject(Injector), inject(OnThisDevice)];
  if (await device.hasSomething()) injector.get(AnswerSaver);
}
