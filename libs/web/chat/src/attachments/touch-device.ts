import { Service } from '@angular/core';

/** Whether fingers are what this device is mostly used with. */
@Service()
export class TouchDevice {
  readonly isTouched = matchMedia('(pointer: coarse)').matches;
}
