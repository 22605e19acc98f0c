import { strictObject } from 'valibot'
import type { IsoInstant } from '../kernel/shanghai-time'
import { activity } from './activity/activity'
import { draft } from './activity/draft'
import { checkIn } from './check-in/check-in'
import { checkInDesk } from './check-in/check-in-desk'
import { roll } from './check-in/roll'
import { sheet } from './check-in/sheet'
import { screen } from './check-in/screen'
import { client } from './client'
import { desk } from './desk'
import { endpoint, type, type InputOf, type OutputOf, type RefusalOf } from './endpoint'
import { isoInstant } from './fields'
import { file } from './file'
import { counter } from './registration/counter'
import { family } from './registration/family'
import { holiday } from './holiday'
import { home } from './home'
import { lifeCircle } from './life-circle'
import { me } from './me'
import { message } from './registration/message'
import { news } from './news'
import { office } from './office'
import { place } from './place'
import { registration } from './registration/registration'
import { search } from './search'
import { session } from './session'
import { staff } from './staff'
import { stall } from './activity/stall'
import { suggestion } from './suggestion'
import { table } from './table'

/** Only in a demonstration. */
const demo = {
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

/** Every endpoint there is, by name. What is not listed here cannot be called. */
export const contract = {
  ...session,
  ...home,
  ...office,
  ...holiday,
  ...place,
  ...lifeCircle,
  ...news,
  ...activity,
  ...draft,
  ...registration,
  ...family,
  ...counter,
  ...message,
  ...stall,
  ...table,
  ...file,
  ...me,
  ...suggestion,
  ...checkIn,
  ...checkInDesk,
  ...roll,
  ...sheet,
  ...screen,
  ...search,
  ...client,
  ...staff,
  ...desk,
  ...demo,
} as const

export type Contract = typeof contract
export type EndpointName = keyof Contract
export type Input<Name extends EndpointName> = InputOf<Contract[Name]>
export type Output<Name extends EndpointName> = OutputOf<Contract[Name]>
export type Refusal<Name extends EndpointName> = RefusalOf<Contract[Name]>
/** Every refusal code of every endpoint: `src/text` has a sentence for each. */
export type AnyRefusal = { [Name in EndpointName]: Refusal<Name> }[EndpointName]
