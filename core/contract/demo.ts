import { strictObject } from 'valibot'
import type { IsoInstant } from '../kernel/shanghai-time'
import { endpoint, type } from './endpoint'
import { isoInstant } from './fields'

export const demo = {
  /** Moves the one clock that handlers and jobs share; it goes on ticking from there. */
  'demo.setNow': endpoint({
    access: 'public',
    effect: 'write',
    input: strictObject({ instant: isoInstant }),
    output: type<{ now: IsoInstant }>(),
    refusals: [],
    demoOnly: true,
  }),
} as const
