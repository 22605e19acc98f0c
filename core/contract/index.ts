import { activity } from './activity/activity'
import { checkIn } from './check-in/check-in'
import { door } from './check-in/door'
import { roll } from './check-in/roll'
import { screen } from './check-in/screen'
import { demo } from './demo'
import type { InputOf, OutputOf, RefusalOf } from './endpoint'
import { family } from './registration/family'
import { home } from './home'
import { lifeCircle } from './life-circle'
import { me } from './me'
import { message } from './registration/message'
import { news } from './news'
import { office } from './office'
import { registration } from './registration/registration'
import { search } from './search/search'
import { session } from './session'
import { stall } from './activity/stall'
import { suggestion } from './voice/suggestion'

/** Every endpoint there is, by name. What is not listed here cannot be called. */
export const contract = {
  ...session,
  ...home,
  ...office,
  ...lifeCircle,
  ...news,
  ...activity,
  ...registration,
  ...family,
  ...message,
  ...stall,
  ...me,
  ...suggestion,
  ...checkIn,
  ...door,
  ...roll,
  ...screen,
  ...search,
  ...demo,
} as const

export type Contract = typeof contract
export type EndpointName = keyof Contract
export type Input<Name extends EndpointName> = InputOf<Contract[Name]>
export type Output<Name extends EndpointName> = OutputOf<Contract[Name]>
export type Refusal<Name extends EndpointName> = RefusalOf<Contract[Name]>
/** Every refusal code of every endpoint: `src/text` has a sentence for each. */
export type AnyRefusal = { [Name in EndpointName]: Refusal<Name> }[EndpointName]
